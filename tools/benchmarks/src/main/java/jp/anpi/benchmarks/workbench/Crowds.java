package jp.anpi.benchmarks.workbench;

import java.time.Duration;
import java.time.Instant;

/** Makes people, their schedules and their open questions by set-based SQL: each measurement has people of its own. */
public final class Crowds {

    private static final String IN_CROWD =
            " m.line_user_id between 'U' || lpad(?::text, 32, '0') and 'U' || lpad(?::text, 32, '0')";

    /** The tables whose dirty pages and dead rows would be the next measurement's cost. */
    private static final String[] WRITTEN = {
        "member",
        "team",
        "team_membership",
        "check_in_schedule",
        "check_in",
        "check_in_log",
        "answer",
        "outbox_message",
        "incident",
        "incident_entry",
        "alert_notice",
        "webhook_event",
        "conversation"
    };

    private final BenchDatabase database;
    private long next = 1;

    /** Makes people in this database. */
    public Crowds(BenchDatabase database) {
        this.database = database;
    }

    /** Registers people, not due yet. */
    public Crowd register(int size, Instant now) {
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

    /** Gives them a daily rhythm that is next due at one instant for all. */
    public Crowd schedule(Crowd crowd, Instant due) {
        database.execute(
                "insert into check_in_schedule (organization_id, subject_kind, subject_id, interval, hours,"
                        + " anchor_date, next_due_at)"
                        + " select m.organization_id, 'PARTICIPANT', m.id, 'EVERY_DAY', array[8]::smallint[],"
                        + " date '2026-01-05', ? from member m where" + IN_CROWD + " order by m.id",
                due,
                crowd.first(),
                crowd.last());
        return new Crowd(crowd.first(), crowd.size(), due);
    }

    /**
     * Lets a question be open that they were asked and reminded of; the next step, the alert, is due at one instant for
     * all.
     *
     * @param crowd with schedules that are due much later
     * @param asked how long before that instant the question was accepted
     */
    public Crowd silentUntil(Crowd crowd, Instant due, Duration asked) {
        Instant sent = due.minus(asked);
        // Without fresh statistics the planner takes the crowd for nobody.
        database.execute("analyze member, check_in_schedule");
        database.execute(
                "with opened as (insert into check_in (id, opened_at, organization_id, schedule_id, subject_kind,"
                        + " subject_id, state, policy_id, due_at, ask_accepted, sent_at, asked_at, next_step,"
                        + " next_step_at)"
                        + " select nextval('check_in_sequence'), ?, s.organization_id, s.id, s.subject_kind,"
                        + " s.subject_id, 'REMINDED', o.policy_id, ?, true, ?, ?, 1, ?"
                        + " from check_in_schedule s join check_in_offer o on o.organization_id = s.organization_id"
                        + " join member m on m.organization_id = s.organization_id and s.subject_kind = 'PARTICIPANT'"
                        + " and m.id = s.subject_id where" + IN_CROWD
                        + " order by s.id returning id, opened_at, schedule_id)"
                        + " update check_in_schedule s set open_check_in_id = c.id, open_since = c.opened_at"
                        + " from opened c where c.schedule_id = s.id",
                sent,
                sent,
                sent,
                sent,
                due,
                crowd.first(),
                crowd.last());
        return new Crowd(crowd.first(), crowd.size(), due);
    }

    /** Everyone in the second crowd watches one in the first. */
    public void watch(Crowd participants, Crowd watchers, Instant now) {
        // Without fresh statistics the planner compares everybody with everybody.
        database.execute("analyze member");
        database.execute(
                "with pair as (select m.organization_id, m.id as participant, w.id as watcher"
                        + " from member m join member w on w.organization_id = m.organization_id"
                        + " and w.line_user_id = 'U' || lpad((substr(m.line_user_id, 2)::numeric + ?)::text, 32, '0')"
                        + " where" + IN_CROWD + "),"
                        + " circle as (insert into team (organization_id, kind, name, lead_id, lead_role, created_at)"
                        + " select organization_id, 'PERSONAL', '', participant, 'PARTICIPANT', ? from pair"
                        + " order by participant returning id, organization_id, lead_id)"
                        + " insert into team_membership (organization_id, team_id, member_id, role, joined_at)"
                        + " select c.organization_id, c.id, r.member, r.role, ?"
                        + " from circle c join pair p on p.participant = c.lead_id"
                        + " cross join lateral (values (p.participant, 'PARTICIPANT'), (p.watcher, 'WATCHER'))"
                        + " as r (member, role)",
                watchers.first() - participants.first(),
                participants.first(),
                participants.last(),
                now,
                now);
    }

    /** They have spoken with the account before. */
    public void acquaint(Crowd crowd, Instant now) {
        database.execute(
                "insert into conversation (organization_id, line_user_id, friend, updated_at, heard_at)"
                        + " select m.organization_id, m.line_user_id, true, ?, ? from member m where" + IN_CROWD,
                now,
                now.minus(Duration.ofDays(1)),
                crowd.first(),
                crowd.last());
    }

    /** Statistics, visibility and dirty pages of what was written until now are nobody's cost afterwards. */
    public void settle() {
        for (String table : WRITTEN) {
            database.execute("vacuum (analyze) " + table);
        }
        database.execute("checkpoint");
    }
}
