package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.anpi.foundation.DueRow;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** The SQL of steps that are due, and of those among them that tell somebody: which of them may be taken (E-8). */
@ApplicationScoped
public class DueSteps {

    static final int SIZE = 5_000;

    private static final String STEP =
            " from escalation_step s where s.policy_id = c.policy_id and s.position = c.next_step";

    /** To remind is to ask, which nothing but the channel itself can be in the way of. */
    private static final String REMINDS = "exists (select" + STEP + " and s.action = 'REMIND')";

    private static final String MOST = "interval '" + PutOff.AT_MOST.toHours() + " hours'";

    /** The latest instant of an alert that waits until we can hear. */
    private static final String AT_LAST = "coalesce(c.put_off_until,"
            + " c.sent_at + (select make_interval(mins => s.delay_minutes)" + STEP + ") + " + MOST + ","
            + " c.next_step_at + " + MOST + ")";

    private static final String MAY_BE_TAKEN = "(c.organization_id = any(:heard) or c.organization_id = any(:atLast)"
            + " and " + AT_LAST + " <= :now or " + REMINDS + ")";

    /** When the first falls due, be it one that waits. */
    static final String FIRST_DUE = "select min(next_step_at) from check_in where next_step_at is not null";

    @Inject
    private Jdbi jdbi;

    /**
     * When the first falls due of those that do not wait.
     *
     * @param waiting organizations of which nobody is told anything now
     * @param deaf those of them that tell at last all the same
     */
    Optional<Instant> earliest(Instant now, Collection<Integer> waiting, Collection<Integer> deaf) {
        return jdbi.withHandle(handle -> handle.createQuery("select min(due) from ("
                        + "(select next_step_at as due from check_in where next_step_at > :now order by 1 limit 1)"
                        + " union all (select c.next_step_at from check_in c where c.next_step_at <= :now"
                        + " and (c.organization_id <> all(:waiting) or " + REMINDS + ") order by 1 limit 1)"
                        + " union all (select min(greatest(c.next_step_at, " + AT_LAST + ")) from check_in c"
                        + " where c.next_step_at <= :now and c.organization_id = any(:deaf) and not " + REMINDS + ")"
                        + ") first")
                .bind("now", now)
                .bind("waiting", waiting.toArray(Integer[]::new))
                .bind("deaf", deaf.toArray(Integer[]::new))
                .mapTo(Instant.class)
                .findOne());
    }

    /** Locks a slice of those that may be taken. @param only this check-in's alone; null for all */
    List<CheckInRow> claim(Instant now, Listening.Heard heard, Long only) {
        return jdbi.withHandle(handle -> bound(
                        handle.createQuery("select " + CheckInRow.COLUMNS + " from check_in c"
                                + " where c.next_step_at <= :now and " + MAY_BE_TAKEN
                                + (only == null ? "" : " and c.id = " + only)
                                + " order by c.next_step_at limit :most for update of c skip locked"),
                        now,
                        heard)
                .setFetchSize(5000)
                .map((row, context) -> CheckInRow.of(row))
                .list());
    }

    /** Check-ins of the next slice. */
    List<DueRow> due(Instant now, Listening.Heard heard) {
        return jdbi.withHandle(handle -> bound(
                        handle.createQuery(
                                "select c.organization_id, c.id from check_in c where c.next_step_at <= :now and "
                                        + MAY_BE_TAKEN + " order by c.next_step_at limit :most"),
                        now,
                        heard)
                .map(Rows::dueRow)
                .list());
    }

    /** Organizations of which somebody is to be told something, as far as the first slice shows it. */
    Set<Integer> organizationsToTell(Instant now, Collection<Integer> except) {
        return jdbi.withHandle(handle -> handle.createQuery("select distinct c.organization_id from"
                        + " (select organization_id, policy_id, next_step from check_in where next_step_at <= :now"
                        + " and organization_id <> all(:except) order by next_step_at limit :most) c where not "
                        + REMINDS)
                .bind("now", now)
                .bind("except", except.toArray(Integer[]::new))
                .bind("most", SIZE)
                .mapTo(Integer.class)
                .set());
    }

    private static Query bound(Query query, Instant now, Listening.Heard heard) {
        return query.bind("now", now)
                .bind("heard", heard.organizations().toArray(Integer[]::new))
                .bind("atLast", heard.deaf().toArray(Integer[]::new))
                .bind("most", SIZE);
    }
}
