package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.anpi.escalation.ContactMethod;
import jp.anpi.escalation.ContactResult;
import jp.anpi.escalation.IncidentOutcome;
import jp.anpi.escalation.IncidentWork.Colleague;
import jp.anpi.escalation.IncidentWork.Contact;
import jp.anpi.escalation.OpenIncident;
import jp.anpi.escalation.ResponseProtocol.Step;
import jp.anpi.escalation.TimelineEntry;
import jp.anpi.escalation.TimelineEntry.Source;
import jp.anpi.membership.Organizations;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRight;
import jp.anpi.membership.StaffRole;
import org.jdbi.v3.core.Jdbi;

/** The SQL of what staff do about one incident. Every method joins the caller's transaction. */
@ApplicationScoped
public class IncidentDesk {

    /**
     * An incident as staff see it.
     *
     * @param assigned whether one of the staff is on it
     */
    record Seen(
            OpenIncident incident,
            Optional<Long> subjectId,
            int version,
            Optional<String> nickname,
            Optional<Instant> closedAt,
            Optional<String> outcome,
            Optional<Long> checkInId,
            Optional<Instant> checkInOpenedAt) {

        boolean assigned() {
            return incident.assignee().isPresent();
        }
    }

    @Inject
    private Jdbi jdbi;

    @Inject
    private Organizations organizations;

    @Inject
    private Clock clock;

    /** As far as the caller may see. */
    Optional<Seen> find(StaffCaller caller, long id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        OpenIncidentRow.SELECT + " where i.id = :id and " + OpenIncidentRow.IN_REACH)
                .bind("id", id)
                .bind("organization", caller.organizationId())
                .bind("staff", caller.staffId())
                .bind("limited", caller.limited())
                .map((row, context) -> seen(row))
                .findOne());
    }

    private static Seen seen(ResultSet row) throws SQLException {
        return new Seen(
                OpenIncidentRow.of(row),
                Optional.ofNullable(row.getObject("subject_id", Long.class)),
                row.getInt("version"),
                Optional.ofNullable(row.getString("nickname")),
                Times.instant(row, "closed_at"),
                Optional.ofNullable(row.getString("outcome")),
                Optional.ofNullable(row.getObject("check_in_id", Long.class)),
                Times.instant(row, "check_in_opened_at"));
    }

    /** What people and the service did. */
    List<TimelineEntry> entries(long incident) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select e.at, e.kind, e.actor, s.display_name, e.method,"
                                + " e.result, e.note, e.next_step, e.next_step_at, t.display_name as to_name from incident_entry e"
                                + " left join staff s on s.id = e.staff_id left join staff t on t.id = e.to_staff_id where e.incident_id = :incident order by e.at, e.id")
                .bind("incident", incident)
                .map((row, context) -> new TimelineEntry(
                        Times.instant(row, "at").orElseThrow(),
                        Source.INCIDENT,
                        row.getString("kind"),
                        row.getString("actor"),
                        Optional.ofNullable(row.getString("display_name")),
                        Optional.ofNullable(row.getString("method")).map(ContactMethod::valueOf),
                        Optional.ofNullable(row.getString("result")).map(ContactResult::valueOf),
                        Optional.ofNullable(row.getString("note")),
                        Optional.ofNullable(row.getString("next_step")),
                        Times.instant(row, "next_step_at"),
                        Optional.ofNullable(row.getString("to_name")),
                        0))
                .list());
    }

    /** When how many watchers were told, by LINE. */
    List<TimelineEntry> notices(long incident) {
        return jdbi.withHandle(handle -> handle.createQuery("select accepted_at, count(distinct recipient_id) as people"
                        + " from alert_notice where incident_id = :incident and accepted_at is not null group by 1")
                .bind("incident", incident)
                .map((row, context) -> TimelineEntry.plain(
                        Times.instant(row, "accepted_at").orElseThrow(),
                        Source.NOTICE,
                        "TOLD",
                        "SYSTEM",
                        row.getInt("people")))
                .list());
    }

    void assign(StaffCaller caller, long incident, Instant now) {
        assignTo(caller.staffId(), incident, now);
        enter(caller, incident, "TAKEN", null, null, null, now);
    }

    /** Nobody else need be told that nobody is on it. */
    private void assignTo(int staff, long incident, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update incident set assignee_id = :staff, status = 'IN_PROGRESS',"
                        + " staff_told_at = coalesce(staff_told_at, :now), next_action_at = null, version = version + 1"
                        + " where id = :incident")
                .bind("staff", staff)
                .bind("now", now)
                .bind("incident", incident)
                .execute());
    }

    void record(StaffCaller caller, long incident, Contact contact, Instant now) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("update incident set next_step = :next, next_step_at = :nextAt, version = version + 1"
                            + " where id = :incident")
                    .bind("next", contact.nextStep().orElse(null))
                    .bind("nextAt", contact.nextStepAt().orElse(null))
                    .bind("incident", incident)
                    .execute();
            handle.createUpdate("insert into incident_entry (organization_id, incident_id, at, kind, actor, staff_id,"
                            + " method, result, note, next_step, next_step_at) values (:organization, :incident, :now,"
                            + " 'CONTACT', 'STAFF', :staff, :method, :result, :note, :next, :nextAt)")
                    .bind("organization", caller.organizationId())
                    .bind("incident", incident)
                    .bind("now", now)
                    .bind("staff", caller.staffId())
                    .bind("method", contact.method().name())
                    .bind("result", contact.result().name())
                    .bind("note", contact.note().orElse(null))
                    .bind("next", contact.nextStep().orElse(null))
                    .bind("nextAt", contact.nextStepAt().orElse(null))
                    .execute();
        });
    }

    /** Whoever is limited only where the person is one of theirs. */
    List<Colleague> colleagues(StaffCaller caller, Seen seen) {
        List<String> roles = Stream.of(StaffRole.values())
                .filter(StaffRight.HANDLE_INCIDENTS::heldBy)
                .map(Enum::name)
                .toList();
        List<String> limited = Stream.of(StaffRole.values())
                .filter(StaffRole::limited)
                .map(Enum::name)
                .toList();
        return jdbi.withHandle(handle -> handle.createQuery("select s.id, s.display_name, s.role from staff s"
                        + " where s.organization_id = :organization and s.id <> :caller and s.ended_at is null"
                        + " and (s.last_day is null or s.last_day >= :today) and s.role = any(:roles)"
                        + " and (not s.limited and s.role <> all(:limited) or exists (select from staff_reach r"
                        + " where r.staff_id = s.id and r.member_id = :subject))"
                        + " order by s.display_name, s.id limit 200")
                .bind("organization", caller.organizationId())
                .bind("caller", caller.staffId())
                .bind(
                        "today",
                        LocalDate.ofInstant(
                                clock.instant(),
                                organizations.byId(caller.organizationId()).zone()))
                .bindArray("roles", String.class, roles)
                .bindArray("limited", String.class, limited)
                .bind("subject", seen.subjectId().orElse(null))
                .map((row, context) -> new Colleague(
                        row.getInt("id"), row.getString("display_name"), StaffRole.valueOf(row.getString("role"))))
                .list());
    }

    void handOver(StaffCaller caller, long incident, int colleague, String note, Instant now) {
        assignTo(colleague, incident, now);
        enter(caller, incident, "HANDED_OVER", note.isBlank() ? null : note, null, colleague, now);
    }

    void check(StaffCaller caller, long incident, Step step, Instant now) {
        changed(incident);
        enter(caller, incident, kind(step), step.text(), step.id(), null, now);
    }

    /** The tick stays where it is. */
    void takeBack(StaffCaller caller, long incident, Step step, String reason, Instant now) {
        changed(incident);
        enter(
                caller,
                incident,
                ProtocolTable.TAKEN_BACK + kind(step),
                step.text() + "\n" + reason,
                step.id(),
                null,
                now);
    }

    private static String kind(Step step) {
        return step.call().map(call -> "CALLED_" + call).orElse("CHECKED");
    }

    private void changed(long incident) {
        jdbi.useHandle(handle -> handle.createUpdate("update incident set version = version + 1 where id = :incident")
                .bind("incident", incident)
                .execute());
    }

    void close(StaffCaller caller, long incident, IncidentOutcome outcome, String reason, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update incident set closed_at = :now, outcome = :outcome,"
                        + " status = 'CLOSED', next_action_at = null, next_step = null, next_step_at = null,"
                        + " version = version + 1,"
                        + " staff_mail_at = case when staff_mailed_at is not null then :now end where id = :incident")
                .bind("now", now)
                .bind("outcome", outcome.name())
                .bind("incident", incident)
                .execute());
        enter(caller, incident, "CLOSED", reason, null, null, now);
    }

    /**
     * @param step of the protocol; null where it is about none
     * @param to whom of the staff it was handed over to; null where it was not
     */
    private void enter(
            StaffCaller caller, long incident, String kind, String note, Long step, Integer to, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into incident_entry (organization_id, incident_id, at, kind, actor, staff_id, note,"
                                + " protocol_step_id, to_staff_id) values (:organization, :incident, :now, :kind,"
                                + " 'STAFF', :staff, :note, cast(:step as bigint), cast(:to as integer))")
                .bind("organization", caller.organizationId())
                .bind("incident", incident)
                .bind("now", now)
                .bind("kind", kind)
                .bind("staff", caller.staffId())
                .bind("note", note)
                .bind("step", step)
                .bind("to", to)
                .execute());
    }
}
