package jp.anpi.membership.internal;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import jp.anpi.foundation.InvalidSettingException;
import jp.anpi.foundation.Settings;
import jp.anpi.foundation.Settings.FirstOrganization;
import jp.anpi.membership.Organization;
import jp.anpi.membership.OrganizationFounded;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes the organization of the settings at the first start; later starts, and a second node at the same time, find it.
 *
 * <p>All modules add their part to it in one transaction, so that there is never half an organization.
 */
@Singleton(name = "OrganizationFounding")
@Startup
public class OrganizationFounding {

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    @Inject
    Jdbi jdbi;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    @Inject
    Event<OrganizationFounded> founded;

    @PostConstruct
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    void found() {
        foundUnlessThere();
        requireFirst();
    }

    void foundUnlessThere() {
        Instant now = clock.instant();
        jdbi.withHandle(handle -> insert(handle, settings.organization(), now))
                .ifPresent(organization -> founded.fire(new OrganizationFounded(organization, now)));
    }

    /**
     * A mistyped key must not quietly found a second organization beside the one whose people are being asked, and take
     * the short webhook path away from it.
     */
    private void requireFirst() {
        String first = jdbi.withHandle(handle -> handle.createQuery("select key from organization order by id limit 1")
                .mapTo(String.class)
                .one());
        if (!first.equals(settings.organization().key())) {
            throw new InvalidSettingException(
                    "anpi.organization.key",
                    settings.organization().key(),
                    first + ", the organization for which this database was made");
        }
    }

    /** Empty when it exists: of two nodes, the second waits here until the first has committed. */
    private static Optional<Organization> insert(Handle handle, FirstOrganization first, Instant now) {
        Optional<Organization> organization = handle.createQuery("""
                        insert into organization (key, name, zone, preset, extra_watchers, created_at)
                        values (:key, :name, :zone, :preset, :extraWatchers, :now)
                        on conflict (key) do nothing
                        returning id
                        """)
                .bind("key", first.key())
                .bind("name", first.name())
                .bind("zone", ZONE.getId())
                .bind("preset", first.preset())
                .bind("extraWatchers", first.extraWatchers())
                .bind("now", now)
                .mapTo(Integer.class)
                .findOne()
                .map(id -> new Organization(id, first.key(), first.name(), ZONE, first.preset()));
        organization.ifPresent(made -> insertTerms(handle, made, now));
        return organization;
    }

    private static void insertTerms(Handle handle, Organization organization, Instant now) {
        handle.createUpdate("""
                        insert into terms_version (organization_id, version, body, published_at)
                        values (:organization, 1, :body, :now)
                        """)
                .bind("organization", organization.id())
                .bind("body", DefaultTerms.of(organization))
                .bind("now", now)
                .execute();
    }
}
