package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import jp.anpi.foundation.DueRow;
import jp.anpi.scheduling.Outage;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** The SQL of check-ins that an outage touched, and of putting them off (E-8). Every method joins the caller's transaction. */
@ApplicationScoped
public class TouchedCheckIns {

    private static final int SIZE = 5_000;

    /** The reason in the log: the deadline was put off, and the time to answer starts anew. */
    static final String REASON = "AFTER_OUTAGE";

    /**
     * The rule of {@link Outage#touches} over the table. Who waits for an asking already is left alone, unless their last
     * instant has come; who was asked since the end has their deadline moved once; and of whom outages have put off the
     * alert for as long as they may, that is the end (see {@link PutOff}).
     */
    private static final String TOUCHED = " from check_in c join escalation_policy p on p.id = c.policy_id"
            + " join escalation_step s on s.policy_id = c.policy_id and s.position = c.next_step"
            + " where c.next_step_at > :began and s.action <> 'REMIND'"
            + " and c.next_step_at - make_interval(mins => p.answer_window_minutes) < :ended"
            + " and c.state in ('SENT', 'REMINDED')"
            + " and case when c.next_step_at = c.put_off_until and not c.ask_accepted then c.put_off_until <= :now"
            + " when c.ask_accepted and c.asked_at >= :ended then c.next_step_at is distinct from c.put_off_until"
            + " else coalesce(c.put_off_until > :now, true) end";

    @Inject
    private Jdbi jdbi;

    @Inject
    private Moves moves;

    /** Locks a slice of them. @param only this one if it is touched; null for all that are */
    List<CheckInRow> claim(Outage outage, Instant now, Long only) {
        String columns = "c." + CheckInRow.COLUMNS.replace(", ", ", c.");
        return jdbi.withHandle(handle -> bound(
                        handle.createQuery("select " + columns + touchedBy(outage)
                                + (only == null ? "" : " and c.id = " + only) + " order by c.next_step_at limit " + SIZE
                                + " for update of c skip locked"),
                        outage,
                        now)
                .map((row, context) -> CheckInRow.of(row))
                .list());
    }

    List<DueRow> rows(Outage outage, Instant now) {
        return jdbi.withHandle(handle -> bound(
                        handle.createQuery("select c.organization_id, c.id" + touchedBy(outage)
                                + " order by c.next_step_at limit " + SIZE),
                        outage,
                        now)
                .map(Rows::dueRow)
                .list());
    }

    boolean any(Outage outage, Instant now) {
        return jdbi.withHandle(
                handle -> bound(handle.createQuery("select exists (select" + touchedBy(outage) + ")"), outage, now)
                        .mapTo(Boolean.class)
                        .one());
    }

    /** Sets their deadline and the latest instant of the alert, and writes the log. */
    void putOff(
            List<CheckInRow> checkIns,
            Function<CheckInRow, Instant> deadline,
            Function<CheckInRow, Instant> until,
            Instant now) {
        set(checkIns, deadline, until);
        if (!checkIns.isEmpty()) {
            int logged = jdbi.withHandle(handle -> handle.createUpdate(
                            "insert into check_in_log (organization_id, check_in_id, at,"
                                    + " from_state, to_state, reason, actor) select organization_id, id, :now, state, state,"
                                    + " :reason, 'SYSTEM' from check_in where opened_at between :from and :to and id = any(:ids)")
                    .bind("now", now)
                    .bind("reason", REASON)
                    .bind("ids", CheckInTable.ids(checkIns))
                    .bind("from", CheckInTable.earliest(checkIns))
                    .bind("to", CheckInTable.latest(checkIns))
                    .execute());
            moves.count(REASON, logged);
        }
    }

    /** They are waiting for an asking already, and go on waiting until then. */
    void waitOn(List<CheckInRow> checkIns, Function<CheckInRow, Instant> until) {
        set(checkIns, until, until);
    }

    private void set(
            List<CheckInRow> checkIns, Function<CheckInRow, Instant> deadline, Function<CheckInRow, Instant> until) {
        if (!checkIns.isEmpty()) {
            jdbi.useHandle(handle -> handle.createUpdate("update check_in c set next_step_at = m.deadline,"
                            + " put_off_until = m.put_off_until from unnest((select :ids), (select :deadlines), (select :untils))"
                            + " as m (id, deadline, put_off_until)"
                            + " where c.opened_at between :from and :to and c.id = m.id")
                    .bind("ids", CheckInTable.ids(checkIns))
                    .bind("deadlines", checkIns.stream().map(deadline).toArray(Instant[]::new))
                    .bind("untils", checkIns.stream().map(until).toArray(Instant[]::new))
                    .bind("from", CheckInTable.earliest(checkIns))
                    .bind("to", CheckInTable.latest(checkIns))
                    .execute());
        }
    }

    /** What they were asked last may have been in vain: only the next acceptance counts. */
    void askedInVain(List<CheckInRow> checkIns) {
        if (!checkIns.isEmpty()) {
            jdbi.useHandle(handle -> handle.createUpdate("update check_in set ask_accepted = false"
                            + " where opened_at between :from and :to and id = any(:ids)")
                    .bind("ids", CheckInTable.ids(checkIns))
                    .bind("from", CheckInTable.earliest(checkIns))
                    .bind("to", CheckInTable.latest(checkIns))
                    .execute());
        }
    }

    private static String touchedBy(Outage outage) {
        return TOUCHED + (outage.organizationId().isPresent() ? " and c.organization_id = :organization" : "");
    }

    private static Query bound(Query query, Outage outage, Instant now) {
        outage.organizationId().ifPresent(organization -> query.bind("organization", organization));
        return query.bind("began", outage.beganAt())
                .bind("ended", outage.endedAt().orElseThrow())
                .bind("now", now);
    }
}
