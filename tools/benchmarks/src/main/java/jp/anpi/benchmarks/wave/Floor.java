package jp.anpi.benchmarks.wave;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Stream;
import jp.anpi.benchmarks.workbench.BenchDatabase;
import jp.anpi.benchmarks.workbench.Crowd;

/** The same row changes as a wave's, as bare set-based SQL: no claiming, no sending, nothing read back. */
final class Floor {

    /** How it is defined, for the reader of the figures. */
    static final String DEFINITION = "The floor: the wave's row changes for as many other people in the same database,"
            + " as 6 set-based statements\n  (each its own durable transaction) on one connection:"
            + " check_in + first log inserted; N/500 outbox rows inserted;\n  schedules moved on;"
            + " attempts announced; check_in moved to SENT + second log inserted; outbox settled.";

    private static final int RECIPIENTS = 500;

    private final BenchDatabase database;

    Floor(BenchDatabase database) {
        this.database = database;
    }

    /**
     * How long the row changes take.
     *
     * @param crowd due in a future that the product does not look at yet
     */
    Duration measure(Crowd crowd, Instant now) {
        Instant due = crowd.due();
        Instant later = due.plus(1, ChronoUnit.DAYS);
        UUID[] asks = Stream.generate(UUID::randomUUID)
                .limit((crowd.size() + RECIPIENTS - 1) / RECIPIENTS)
                .toArray(UUID[]::new);
        long begin = System.nanoTime();
        open(due, now, asks);
        enqueue(due, now, asks);
        moveOn(due, later, now);
        database.execute(
                "update outbox_message set attempts = attempts + 1, first_attempt_at = coalesce(first_attempt_at, ?)"
                        + " where id = any(?)",
                now,
                asks);
        send(now);
        database.execute("update outbox_message set state = 'ACCEPTED', settled_at = ? where id = any(?)", now, asks);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void open(Instant due, Instant now, UUID[] asks) {
        database.execute(
                "with opened as (insert into check_in (id, opened_at, organization_id, schedule_id, subject_kind,"
                        + " subject_id, state, policy_id, due_at, ask_id)"
                        + " select nextval('check_in_sequence'), ?, s.organization_id, s.id, s.subject_kind,"
                        + " s.subject_id, 'PENDING', coalesce(s.policy_id, o.policy_id), s.next_due_at,"
                        + " (?)[((row_number() over () - 1) / 500 + 1)::int]"
                        + " from check_in_schedule s join check_in_offer o on o.organization_id = s.organization_id"
                        + " where s.next_due_at = ? returning organization_id, id)"
                        + " insert into check_in_log (organization_id, check_in_id, at, to_state, reason, actor)"
                        + " select organization_id, id, ?, 'PENDING', 'CAME_DUE', 'SYSTEM' from opened",
                now,
                asks,
                due,
                now);
    }

    private void enqueue(Instant due, Instant now, UUID[] asks) {
        database.execute(
                // Due as late as the schedules were, so that the product does not send it.
                "insert into outbox_message (id, organization_id, priority, kind, content, recipient_ids,"
                        + " reference_ids, reference_from, reference_until, next_attempt_at, created_at)"
                        + " select ask_id, organization_id, 1, 'QUESTION', jsonb_build_object('due', ?::text, 'day',"
                        + " '2026-01-05', 'hour', '8', 'late', 'no', 'quote', 'yes'), array_agg(subject_id),"
                        + " array_agg(id), opened_at, opened_at, ?, opened_at"
                        + " from check_in where opened_at = ? and ask_id = any(?)"
                        + " group by ask_id, organization_id, opened_at",
                now.toString(),
                due,
                now,
                asks);
    }

    private void moveOn(Instant due, Instant later, Instant now) {
        database.execute(
                "update check_in_schedule s set next_due_at = ?, open_check_in_id = c.id, open_since = c.opened_at"
                        + " from check_in c where c.opened_at = ? and c.schedule_id = s.id and s.next_due_at = ?",
                later,
                now,
                due);
    }

    private void send(Instant now) {
        database.execute(
                "with sent as (update check_in c set state = 'SENT', ask_accepted = true, sent_at = ?, asked_at = ?,"
                        + " next_step_at = ?::timestamptz + make_interval(mins => s.delay_minutes)"
                        + " from escalation_step s where s.policy_id = c.policy_id and s.position = 0"
                        + " and c.opened_at = ? and c.state = 'PENDING' returning c.organization_id, c.id)"
                        + " insert into check_in_log (organization_id, check_in_id, at, from_state, to_state, reason,"
                        + " actor) select organization_id, id, ?, 'PENDING', 'SENT', 'QUESTION_ACCEPTED', 'SYSTEM'"
                        + " from sent",
                now,
                now,
                now,
                now,
                now);
    }
}
