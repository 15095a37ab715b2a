package jp.anpi.launcher.audit;

/**
 * What must hold in the database at every moment, stated once more and independently of the product: nobody is
 * forgotten.
 *
 * <p>Each SQL counts what breaks it, and since when the oldest does, at {@code moment.now}.
 */
enum Promise {
    THE_SERVICE_LIVES("heartbeat missing or older than a minute", """
            select count(*), min(h.alive_at) from moment left join heartbeat h on h.id = 1
            where h.alive_at is null or h.alive_at < now - interval '1 minute'"""),

    QUESTIONS_ARE_ON_TIME("question(s) more than five minutes late", """
            select count(*), min(next_due_at) from check_in_schedule, moment
            where next_due_at < now - interval '5 minutes'"""),

    STEPS_ARE_ON_TIME("reminder(s) or alert step(s) more than five minutes late", """
            select count(*), min(next_step_at) from check_in, moment where next_step_at < now - interval '5 minutes'"""),

    MESSAGES_ARE_ON_TIME("message(s) more than five minutes late", """
            select count(*), min(next_attempt_at) from outbox_message, moment
            where state = 'READY' and next_attempt_at < now - interval '5 minutes'"""),

    EVENTS_ARE_WORKED("event(s) of LINE not worked for five minutes", """
            select count(*), min(received_at) from webhook_event, moment
            where state = 'NEW' and received_at < now - interval '5 minutes'"""),

    FOLLOW_UPS_ARE_ON_TIME("follow-up(s) of incidents more than five minutes late", """
            select count(*), min(next_action_at) from incident, moment where next_action_at < now - interval '5 minutes'"""),

    OUTAGES_ARE_RECOVERED("outage(s) after which not everybody was asked again", """
            select count(*), min(ended_at) from outage, moment
            where recovered_at is null and ended_at < now - interval '5 minutes'"""),

    /** A schedule without its next instant asks nobody, ever. */
    EVERY_PARTICIPANT_IS_ASKED("active participant(s) whom no question will ever reach: no next due instant", """
            select count(*), min(m.participant_since) from moment, member m
            left join check_in_schedule s
              on s.organization_id = m.organization_id and s.subject_kind = 'PARTICIPANT' and s.subject_id = m.id
            where m.participant_since is not null and m.blocked_at is null and m.died_at is null
              and s.next_due_at is null"""),

    /** An open question either has a next step, or waits for a repeat that is due, or has no step left to wait for. */
    EVERY_SILENCE_IS_FOLLOWED("open check-in(s) without the next step that they should have", """
            select count(*), min(c.sent_at) from moment, check_in_schedule s
            join check_in c on c.opened_at = s.open_since and c.id = s.open_check_in_id
            join escalation_step next on next.policy_id = c.policy_id and next.position = c.next_step
            where c.state in ('SENT', 'REMINDED') and c.next_step_at is null and c.ask_accepted
              and next.delay_minutes is not null and coalesce(s.next_due_at > now, true)"""),

    EVERY_QUESTION_IS_ON_ITS_WAY("open check-in(s) whose question or reminder is not on its way", """
            select count(*), min(c.opened_at) from moment, check_in_schedule s
            join check_in c on c.opened_at = s.open_since and c.id = s.open_check_in_id
            where (c.state in ('PENDING', 'HELD')
                   or c.state in ('SENT', 'REMINDED') and c.next_step_at is null and not c.ask_accepted)
              and not exists (select from outbox_message m where m.id = c.ask_id and m.state in ('READY', 'HELD'))"""),

    POINTERS_ARE_TRUE("schedule(s) that believe in an open check-in which is closed or gone", """
            select count(*), min(s.open_since) from moment, check_in_schedule s
            left join check_in c on c.opened_at = s.open_since and c.id = s.open_check_in_id
            where s.open_check_in_id is not null and (c.id is null or c.closed_at is not null)"""),

    EVERY_ALERT_HAS_ITS_INCIDENT("alerted check-in(s) without an open incident", """
            select count(*), min(c.opened_at) from moment, check_in_schedule s
            join check_in c on c.opened_at = s.open_since and c.id = s.open_check_in_id
            where c.state in ('ALERTED', 'NEED_HELP')
              and not exists (select from incident i where i.check_in_id = c.id and i.closed_at is null)"""),

    SOMEBODY_IS_TOLD("open incident(s) of which neither a watcher nor staff was told or will be", """
            select count(*), min(i.opened_at) from moment, incident i
            where i.closed_at is null and i.staff_told_at is null
              and not exists (select from alert_notice n where n.incident_id = i.id and n.state <> 'DROPPED')"""),

    EVERY_ALERT_IS_ON_ITS_WAY("alert(s) that were decided and are neither sent nor on their way", """
            select count(*), min(i.opened_at) from moment, alert_notice n
            join incident i on i.id = n.incident_id and i.closed_at is null
            where n.state in ('WAITING', 'SENDING', 'UNKNOWN')
              and not exists (select from outbox_message m where m.id = n.message_id and m.state in ('READY', 'HELD'))"""),

    ALERTS_ARRIVE("alert(s) that LINE has not taken for a quarter of an hour", """
            select count(*), min(m.created_at) from moment, outbox_message m
            where m.state in ('READY', 'HELD') and m.priority = 0 and m.created_at < now - interval '15 minutes'"""),

    MESSAGES_ARRIVE("message(s) that LINE has not taken for an hour", """
            select count(*), min(m.first_attempt_at) from moment, outbox_message m
            where m.state = 'READY' and m.priority > 0 and m.first_attempt_at < now - interval '1 hour'"""),

    ANNOUNCEMENTS_GO_ON("announcement(s) late, or unfinished although no copy is on its way", """
            select count(*), min(coalesce(a.next_slice_at, a.begun_at)) from moment, announcement a
            where a.next_slice_at < now - interval '5 minutes'
               or a.state = 'SENDING' and a.next_slice_at is null
              and not exists (select from outbox_message m where m.state in ('READY', 'HELD')
                              and m.kind = 'ANNOUNCEMENT' and m.content ->> 'announcement' = cast(a.id as text))"""),

    NOTHING_IS_SET_ASIDE("row(s) set aside because they fail; see the table set_aside", """
            select count(*), min(since) from moment, set_aside""");

    private final String broken;
    private final String sql;

    Promise(String broken, String sql) {
        this.broken = broken;
        this.sql = sql;
    }

    /** What is found, after how many there are of it. */
    String broken() {
        return broken;
    }

    /** One row: how many, and the oldest's instant; its one parameter is the present moment. */
    String sql() {
        return "with moment as (select cast(? as timestamptz) as now) " + sql;
    }
}
