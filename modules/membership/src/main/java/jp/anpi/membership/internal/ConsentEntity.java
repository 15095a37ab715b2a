package jp.anpi.membership.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** When a member agreed to which terms. */
@Entity
@Table(name = "consent")
public class ConsentEntity {

    /** A member agrees to a version once. */
    @Embeddable
    public record Key(
            @Column(name = "member_id") long memberId,
            @Column(name = "terms_version") int termsVersion) {}

    @EmbeddedId
    private Key id;

    @Column(name = "organization_id")
    private int organizationId;

    @Column(name = "given_at")
    private Instant givenAt;

    protected ConsentEntity() {}

    ConsentEntity(int organizationId, Key id, Instant givenAt) {
        this.organizationId = organizationId;
        this.id = id;
        this.givenAt = givenAt;
    }
}
