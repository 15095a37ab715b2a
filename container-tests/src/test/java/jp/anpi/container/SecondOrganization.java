package jp.anpi.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Another organization in the same database, made by statements with the same offer as the first one. */
@ApplicationScoped
public class SecondOrganization {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Inject
    private Jdbi jdbi;

    /** @return its id */
    @Transactional
    int found(int first) {
        return jdbi.withHandle(handle -> found(handle, first));
    }

    private static int found(Handle handle, int first) {
        int second = handle.createQuery("insert into organization (key, name, preset, created_at)"
                        + " select :key, '隣の市', preset, created_at from organization where id = :first returning id")
                .bind("key", "second-" + COUNT.incrementAndGet())
                .bind("first", first)
                .mapTo(Integer.class)
                .one();
        handle.execute(
                "insert into terms_version select ?, version, body, published_at from terms_version"
                        + " where organization_id = ?",
                second,
                first);
        long policy = handle.createQuery("insert into escalation_policy (organization_id, preset, created_at)"
                        + " select :second, preset, created_at from escalation_policy where organization_id = :first"
                        + " order by id limit 1 returning id")
                .bind("second", second)
                .bind("first", first)
                .mapTo(Long.class)
                .one();
        handle.execute(
                "insert into escalation_step select ?, s.position, s.delay_minutes, s.missed_slots, s.action"
                        + " from escalation_step s where s.policy_id = (select policy_id from check_in_offer"
                        + " where organization_id = ?)",
                policy,
                first);
        handle.execute(
                "insert into check_in_offer (organization_id, policy_id, intervals, hours_a_day)"
                        + " select ?, ?, intervals, hours_a_day from check_in_offer where organization_id = ?",
                second,
                policy,
                first);
        return second;
    }
}
