package jp.anpi.membership.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import jp.anpi.membership.Role;

/** People who watch and people who are watched by all of them. */
@Entity
@Table(name = "team")
public class TeamEntity {

    /** A member's own circle, or one that staff make for an area. */
    public enum Kind {
        PERSONAL,
        AREA
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "organization_id")
    private int organizationId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String name;

    @Column(name = "lead_id")
    private Long leadId;

    @Enumerated(EnumType.STRING)
    @Column(name = "lead_role")
    private Role leadRole;

    @Column(name = "created_at")
    private Instant createdAt;

    /** Null while it goes on. */
    @Column(name = "ended_at")
    private Instant endedAt;

    @Version
    private int version;

    protected TeamEntity() {}

    /** A member's own team, named by the number: nobody types names that others would read. */
    static TeamEntity personal(int organizationId, MemberEntity lead, Role leadRole, Instant now) {
        TeamEntity team = new TeamEntity();
        team.organizationId = organizationId;
        team.kind = Kind.PERSONAL;
        team.name = Words.of("team.personal", lead.number());
        team.leadId = lead.id();
        team.leadRole = leadRole;
        team.createdAt = now;
        return team;
    }

    long id() {
        return id;
    }

    boolean ended() {
        return endedAt != null;
    }

    boolean personal() {
        return kind == Kind.PERSONAL;
    }
}
