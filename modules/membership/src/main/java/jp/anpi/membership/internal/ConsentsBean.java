package jp.anpi.membership.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import jp.anpi.membership.Consents;
import org.jdbi.v3.core.Jdbi;

/** {@link Consents} in SQL. */
@Stateless
public class ConsentsBean implements Consents {

    @Inject
    Jdbi jdbi;

    @Override
    public boolean outdated(int organizationId, long memberId) {
        return jdbi.withHandle(handle -> handle.createQuery("select (select max(version) from terms_version"
                        + " where organization_id = :organization) > coalesce((select max(terms_version) from consent"
                        + " where organization_id = :organization and member_id = :member), 0)")
                .bind("organization", organizationId)
                .bind("member", memberId)
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public void agree(int organizationId, long memberId, int version, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into consent (organization_id, member_id, terms_version,"
                        + " given_at) select m.organization_id, m.id, t.version, :now from member m"
                        + " join terms_version t on t.organization_id = m.organization_id and t.version = :version"
                        + " where m.organization_id = :organization and m.id = :member on conflict do nothing")
                .bind("organization", organizationId)
                .bind("member", memberId)
                .bind("version", version)
                .bind("now", now)
                .execute());
    }
}
