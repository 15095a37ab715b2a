package jp.anpi.benchmarks.alerts;

import java.time.Duration;
import java.time.Instant;
import jp.anpi.benchmarks.workbench.BenchDatabase;
import jp.anpi.benchmarks.workbench.Crowd;

/** The same row changes as those of the alerts, as bare set-based SQL: no claiming, no sending, nothing read back. */
final class AlertsFloor {

    /** How it is defined, for the reader of the figures. */
    static final String DEFINITION = "The floor: the alerts' row changes for as many other people in the same database,"
            + " as 7 set-based statements\n  (each its own durable transaction) on one connection: check_in moved to"
            + " ALERTED, log, incident and its first\n  entry inserted; outbox row and notice inserted for each;"
            + " attempts announced in outbox and notices;\n  outbox and notices settled.";

    private final BenchDatabase database;

    AlertsFloor(BenchDatabase database) {
        this.database = database;
    }

    /**
     * How long the row changes take.
     *
     * @param silent people whose step is due in a future that the product does not look at yet
     */
    Duration measure(Crowd silent, Instant now) {
        Instant future = silent.due();
        long begin = System.nanoTime();
        open(future, now);
        enqueue(future, now);
        notice(future, now);
        database.execute(
                "update outbox_message set attempts = attempts + 1, first_attempt_at = coalesce(first_attempt_at, ?)"
                        + " where created_at = ? and next_attempt_at = ?",
                now,
                now,
                future);
        state("SENDING", null, "WAITING", now, future);
        database.execute(
                "update outbox_message set state = 'ACCEPTED', settled_at = ?"
                        + " where created_at = ? and next_attempt_at = ?",
                now,
                now,
                future);
        state("ACCEPTED", now, "SENDING", now, future);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** The incident is due for a follow-up as late as the step was, which is how the next statements know these. */
    private void open(Instant future, Instant now) {
        database.execute(
                "with moved as (update check_in set state = 'ALERTED', next_step = next_step + 1, next_step_at = null"
                        + " where next_step_at = ? returning organization_id, id, opened_at, subject_kind, subject_id),"
                        + " logged as (insert into check_in_log (organization_id, check_in_id, at, from_state, to_state,"
                        + " reason, actor) select organization_id, id, ?, 'REMINDED', 'ALERTED', 'STEP_REACHED', 'SYSTEM'"
                        + " from moved),"
                        + " opened as (insert into incident (organization_id, check_in_id, check_in_opened_at,"
                        + " subject_kind, subject_id, cause, urgency, status, opened_at, next_action_at)"
                        + " select organization_id, id, opened_at, subject_kind, subject_id, 'SILENCE', 'HIGH', 'OPEN',"
                        + " ?, ? from moved returning organization_id, id)"
                        + " insert into incident_entry (organization_id, incident_id, at, kind, actor)"
                        + " select organization_id, id, ?, 'OPENED', 'SYSTEM' from opened",
                future,
                now,
                now,
                future,
                now);
    }

    private void enqueue(Instant future, Instant now) {
        database.execute(
                // Due as late as the steps were, so that the product does not send it.
                "insert into outbox_message (id, organization_id, priority, kind, content, recipient_ids,"
                        + " reference_ids, reference_from, reference_until, next_attempt_at, created_at)"
                        + " select gen_random_uuid(), i.organization_id, 0, 'ALERT', jsonb_build_object('hours', '27',"
                        + " 'number', m.number), array[l.watcher_id], array[i.id], ?, ?, ?, ?"
                        + " from incident i join watch_link l on l.participant_id = i.subject_id"
                        + " join member m on m.id = i.subject_id where i.next_action_at = ?",
                now,
                now,
                future,
                now,
                future);
    }

    private void notice(Instant future, Instant now) {
        database.execute(
                "insert into alert_notice (message_id, recipient_id, organization_id, incident_id, step, elsewhere_at)"
                        + " select id, recipient_ids[1], organization_id, reference_ids[1], 1, next_attempt_at"
                        + " from outbox_message where created_at = ? and next_attempt_at = ?",
                now,
                future);
    }

    private void state(String target, Instant acceptedAt, String source, Instant now, Instant future) {
        database.execute(
                "update alert_notice n set state = ?, accepted_at = ?::timestamptz, elsewhere_at = ?::timestamptz"
                        + " from outbox_message o"
                        + " where o.created_at = ? and o.next_attempt_at = ? and n.message_id = o.id and n.state = ?",
                target,
                acceptedAt,
                acceptedAt == null ? future : null,
                now,
                future,
                source);
    }
}
