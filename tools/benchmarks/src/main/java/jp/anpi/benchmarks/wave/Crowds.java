package jp.anpi.benchmarks.wave;

import java.time.Instant;

/** Makes people and their schedules by set-based SQL: each wave has people of its own. */
final class Crowds {

    private final WaveDatabase database;
    private long next = 1;

    Crowds(WaveDatabase database) {
        this.database = database;
    }

    /** Registers people, not due yet. */
    Crowd register(int size, Instant now) {
        Crowd crowd = new Crowd(next, size, Instant.MAX);
        next += size;
        database.execute(
                "insert into member (organization_id, number, line_user_id, participant_since, registered_at)"
                        + " select o.id, 'B' || n, 'U' || lpad(n::text, 32, '0'), ?, ?"
                        + " from organization o cross join generate_series(?::bigint, ?::bigint) n order by n",
                now,
                now,
                crowd.first(),
                crowd.last());
        return crowd;
    }

    /** Gives them a daily rhythm that is next due at one instant for all, and lets the database settle. */
    Crowd schedule(Crowd crowd, Instant due) {
        database.execute(
                "insert into check_in_schedule (organization_id, subject_kind, subject_id, interval, hours,"
                        + " anchor_date, next_due_at)"
                        + " select m.organization_id, 'PARTICIPANT', m.id, 'EVERY_DAY', array[8]::smallint[],"
                        + " date '2026-01-05', ? from member m"
                        + " where m.line_user_id between 'U' || lpad(?::text, 32, '0') and 'U' || lpad(?::text, 32, '0')"
                        + " order by m.id",
                due,
                crowd.first(),
                crowd.last());
        return new Crowd(crowd.first(), crowd.size(), due);
    }

    /** Statistics, visibility and dirty pages of what was written until now are nobody's cost afterwards. */
    void settle() {
        for (String table :
                new String[] {"member", "check_in_schedule", "check_in", "check_in_log", "outbox_message"}) {
            database.execute("vacuum (analyze) " + table);
        }
        database.execute("checkpoint");
    }
}
