package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** The SQL of whose answer is awaited so that others need not be told: whether we can hear it counts (E-8). */
@ApplicationScoped
public class AwaitedAnswers {

    /**
     * Since when, at the earliest: a little too early rather than too late, for it is asked at each tick and must cost the
     * same however many people were asked. The longest window counts for everybody; and where a policy tells without having
     * asked again, people who are to be reminded next count too.
     */
    static final String SINCE = """
            select least(
                first.at - make_interval(mins => (select max(answer_window_minutes) from escalation_policy)),
                case when exists (select from check_in where state in ('SENT', 'REMINDED') and next_step_at is null
                        and missed_slots >= (select min(missed_slots) - 1 from escalation_step))
                    then '-infinity'::timestamptz end) as since
            from (select least(
                (select min(next_step_at) from check_in where next_step_at is not null
                    and (state = 'REMINDED' or state = 'SENT' and next_step > 0)),
                case when exists (select from escalation_step
                        where position = 0 and action <> 'REMIND' and delay_minutes is not null)
                    then (select min(next_step_at) from check_in where next_step_at is not null) end) as at) first
            """;

    /** Of these organizations those of whose people somebody's answer is awaited. */
    private static final String AMONG = """
            select o.id from unnest(:organizations) as o (id)
            where exists (select from check_in c
                    join escalation_policy p on p.id = c.policy_id
                    join escalation_step s on s.policy_id = c.policy_id and s.position = c.next_step
                    where c.organization_id = o.id and c.state in ('SENT', 'REMINDED') and s.action <> 'REMIND'
                      and c.next_step_at <= cast(:now as timestamptz) + make_interval(mins => p.answer_window_minutes)
                      and c.next_step_at <= cast(:now as timestamptz)
                          + make_interval(mins => (select max(answer_window_minutes) from escalation_policy)))
               or exists (select from check_in c
                    join escalation_step s on s.policy_id = c.policy_id and s.position = c.next_step
                    where c.organization_id = o.id and c.state in ('SENT', 'REMINDED') and c.next_step_at is null
                      and c.missed_slots >= s.missed_slots - 1)
            """;

    @Inject
    private Jdbi jdbi;

    Set<Integer> among(Collection<Integer> organizations, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(AMONG)
                .bind("organizations", organizations.toArray(Integer[]::new))
                .bind("now", now)
                .mapTo(Integer.class)
                .set());
    }
}
