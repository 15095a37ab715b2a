package jp.anpi.membership.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import jp.anpi.membership.TermsVersion;

/** Terms as they were published; a change is a new version. */
@Entity
@Table(name = "terms_version")
public class TermsVersionEntity {

    /** Versions count up within an organization. */
    @Embeddable
    public record Key(@Column(name = "organization_id") int organizationId, int version) {}

    @EmbeddedId
    private Key id;

    private String body;

    @Column(name = "published_at")
    private Instant publishedAt;

    protected TermsVersionEntity() {}

    TermsVersion toTermsVersion() {
        return new TermsVersion(id.organizationId(), id.version(), body, publishedAt);
    }
}
