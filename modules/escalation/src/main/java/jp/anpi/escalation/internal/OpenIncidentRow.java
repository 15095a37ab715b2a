package jp.anpi.escalation.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import jp.anpi.escalation.IncidentCause;
import jp.anpi.escalation.OpenIncident;
import jp.anpi.escalation.Urgency;

/**
 * Reads {@link OpenIncident}s from their tables. While one is open, an OK that did not end it counts too: who asked for
 * help may press it (E-11).
 */
final class OpenIncidentRow {

    /** Looked up one by one: whom a join would be about are few, and where it looks are all questions ever asked. */
    private static final String ASKED_AT =
            "(select q.sent_at from check_in q where q.id = i.check_in_id and q.opened_at = i.check_in_opened_at)";

    static final String SELECT = """
            select i.id, m.number, i.cause, i.urgency, i.opened_at, i.nobody_to_tell,
                   case when i.closed_at is null then greatest(i.last_ok_at, c.last_ok_at) else i.last_ok_at end
                       as last_ok_at,
                   %s as asked_at,
                   i.staff_told_at is not null as staff_told, i.next_action_at, i.taken_by is not null as by_watcher,
                   s.display_name, i.next_step, i.next_step_at, i.subject_id, i.version, i.closed_at, i.outcome,
                   m.nickname, i.check_in_id, i.check_in_opened_at,
                   (select count(distinct n.recipient_id) from alert_notice n
                    where n.incident_id = i.id and n.state <> 'DROPPED') as told
            from incident i
            left join member m on i.subject_kind = 'PARTICIPANT' and m.id = i.subject_id
            left join staff s on s.id = i.assignee_id
            left join check_in_schedule c on c.organization_id = i.organization_id
                and c.subject_kind = i.subject_kind and c.subject_id = i.subject_id
            """.formatted(ASKED_AT);

    /**
     * Whom somebody limited to teams does not see is not there. The offset keeps PostgreSQL from collecting everybody
     * within reach, which reads all members, to look a few of them up. Whoever is on the incident of somebody who has
     * left goes on seeing it: nobody can say any more in whose reach it was.
     */
    static final String IN_REACH = """
            i.organization_id = :organization and (not :limited or exists (
                select from staff_reach r where r.staff_id = :staff and r.organization_id = i.organization_id
                    and i.subject_kind = 'PARTICIPANT' and r.member_id = i.subject_id offset 0)
                or (i.subject_id is null and i.assignee_id = :staff))
            """;

    private OpenIncidentRow() {}

    static OpenIncident of(ResultSet row) throws SQLException {
        return new OpenIncident(
                row.getLong("id"),
                Optional.ofNullable(row.getString("number")),
                IncidentCause.valueOf(row.getString("cause")),
                Urgency.valueOf(row.getString("urgency")),
                Times.instant(row, "opened_at").orElseThrow(),
                Times.instant(row, "last_ok_at"),
                Times.instant(row, "asked_at"),
                row.getBoolean("nobody_to_tell"),
                row.getBoolean("staff_told"),
                row.getInt("told"),
                Times.instant(row, "next_action_at"),
                row.getBoolean("by_watcher"),
                Optional.ofNullable(row.getString("display_name")),
                Optional.ofNullable(row.getString("next_step")),
                Times.instant(row, "next_step_at"));
    }
}
