package jp.anpi.membership.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import jp.anpi.membership.Role;

/** A member in a team in one role; the other role in the same team is another row. */
@Entity
@Table(name = "team_membership")
public class TeamMembershipEntity {

    /** Nobody is in a team twice in the same role. */
    @Embeddable
    public record Key(
            @Column(name = "team_id") long teamId,
            @Column(name = "member_id") long memberId,
            @Enumerated(EnumType.STRING) Role role) {}

    @EmbeddedId
    private Key id;

    @Column(name = "organization_id")
    private int organizationId;

    @Column(name = "joined_at")
    private Instant joinedAt;

    protected TeamMembershipEntity() {}

    TeamMembershipEntity(int organizationId, Key id, Instant joinedAt) {
        this.organizationId = organizationId;
        this.id = id;
        this.joinedAt = joinedAt;
    }
}
