package jp.anpi.membership.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jp.anpi.foundation.AuditLog;
import jp.anpi.foundation.Typed;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRight;
import jp.anpi.membership.StaffTerms;
import org.jdbi.v3.core.Jdbi;

/** {@link StaffTerms}; of two who publish at once, the second is told of the first. */
@Stateless
public class StaffTermsBean implements StaffTerms {

    @Inject
    Jdbi jdbi;

    @Inject
    AuditLog audit;

    @Override
    public List<Version> versions(StaffCaller caller) {
        caller.require(StaffRight.MANAGE_ORGANIZATION);
        return jdbi.withHandle(handle -> handle.createQuery("select t.version, t.body, t.published_at,"
                        + " (select count(*) from consent c where c.organization_id = t.organization_id"
                        + " and c.terms_version = t.version) as agreed"
                        + " from terms_version t where t.organization_id = :organization order by t.version desc")
                .bind("organization", caller.organizationId())
                .map((row, context) -> new Version(
                        row.getInt("version"),
                        row.getString("body"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        row.getLong("agreed")))
                .list());
    }

    @Override
    public Outcome publish(StaffCaller caller, String typed, int latest, Instant now) {
        caller.require(StaffRight.MANAGE_ORGANIZATION);
        Optional<String> body = Typed.text(typed, LONGEST).filter(text -> !text.isEmpty());
        if (body.isEmpty()) {
            return Outcome.UNREADABLE;
        }
        if (body.get().equals(body(caller, latest))) {
            return Outcome.SAME_AS_BEFORE;
        }
        int published = jdbi.withHandle(handle -> handle.createUpdate("insert into terms_version (organization_id,"
                        + " version, body, published_at) select :organization, max(version) + 1, :body, :now"
                        + " from terms_version where organization_id = :organization having max(version) = :latest"
                        + " on conflict do nothing")
                .bind("organization", caller.organizationId())
                .bind("body", body.get())
                .bind("now", now)
                .bind("latest", latest)
                .execute());
        if (published == 0) {
            return Outcome.CONFLICT;
        }
        String version = Integer.toString(latest + 1);
        audit.append(caller.did("TERMS_PUBLISHED", Optional.empty(), Optional.of(version), now));
        return Outcome.PUBLISHED;
    }

    private String body(StaffCaller caller, int version) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select body from terms_version where organization_id = :organization and version = :version")
                .bind("organization", caller.organizationId())
                .bind("version", version)
                .mapTo(String.class)
                .findOne()
                .orElse(""));
    }
}
