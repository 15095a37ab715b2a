package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import jp.anpi.escalation.IncidentCause;
import jp.anpi.scheduling.OpenCheckIn;
import jp.anpi.scheduling.Subject;
import org.jdbi.v3.core.Jdbi;

/** The SQL of incidents and their log. */
@ApplicationScoped
public class IncidentTable {

    private static final Logger LOG = System.getLogger(IncidentTable.class.getName());

    /** Why staff are told that LINE has refused an alert, or has not taken any yet. */
    static final String REFUSED = "ALERT_REFUSED";

    static final String WAITS = "ALERT_WAITS";
    private static final String[] STILL_TO_BE_TAKEN = {REFUSED, WAITS};

    @Inject
    private Jdbi jdbi;

    /**
     * Opens incidents for check-ins that have none.
     *
     * @return the incident's id by check-in id, also for those that were open before
     */
    Map<Long, Long> openAll(int organizationId, List<OpenCheckIn> checkIns, Duration takeOver, Instant now) {
        Long[] ids = checkIns.stream().map(OpenCheckIn::id).toArray(Long[]::new);
        jdbi.useHandle(handle -> handle.createUpdate("with opened as (insert into incident (organization_id,"
                        + " check_in_id, check_in_opened_at, subject_kind, subject_id, cause, urgency, status,"
                        + " opened_at, next_action_at, last_ok_at)"
                        + " select :organization, c.id, c.opened_at, c.kind, c.subject, 'SILENCE', 'HIGH', 'OPEN', :now,"
                        + " :next, c.last_ok from unnest(:ids, :openedAt, :kinds, :subjects, :lastOk)"
                        + " as c (id, opened_at, kind, subject, last_ok)"
                        + " on conflict (check_in_id) where check_in_id is not null do nothing returning id)"
                        + " insert into incident_entry (organization_id, incident_id, at, kind, actor)"
                        + " select :organization, id, :now, 'OPENED', 'SYSTEM' from opened")
                .bind("organization", organizationId)
                .bind("now", now)
                .bind("next", now.plus(takeOver))
                .bind("ids", ids)
                .bind("openedAt", checkIns.stream().map(OpenCheckIn::openedAt).toArray(Instant[]::new))
                .bind(
                        "kinds",
                        checkIns.stream()
                                .map(checkIn -> checkIn.subject().kind().name())
                                .toArray(String[]::new))
                .bind(
                        "subjects",
                        checkIns.stream()
                                .map(OpenCheckIn::subject)
                                .map(Subject::id)
                                .toArray(Long[]::new))
                .bind(
                        "lastOk",
                        checkIns.stream()
                                .map(checkIn -> checkIn.lastOkAt().orElse(null))
                                .toArray(Instant[]::new))
                .execute());
        return byCheckIn(ids);
    }

    private Map<Long, Long> byCheckIn(Long[] checkIns) {
        Map<Long, Long> incidents = new HashMap<>();
        jdbi.useHandle(
                handle -> handle.createQuery("select id, check_in_id from incident where check_in_id = any(:ids)")
                        .bind("ids", checkIns)
                        .map((row, context) -> incidents.put(row.getLong("check_in_id"), row.getLong("id")))
                        .list());
        return incidents;
    }

    /** One incident about a subject, with or without a check-in. */
    long open(
            int organizationId,
            Subject subject,
            Optional<OpenCheckIn> checkIn,
            IncidentCause cause,
            String urgency,
            Optional<Instant> lastOkAt,
            Instant nextActionAt,
            Instant now) {
        long id = jdbi.withHandle(handle -> handle.createQuery("insert into incident (organization_id, check_in_id,"
                        + " check_in_opened_at, subject_kind, subject_id, cause, urgency, status, opened_at,"
                        + " next_action_at, last_ok_at) values (:organization, :checkIn, :openedAt, :kind, :subject,"
                        + " :cause, :urgency, 'OPEN', :now, :next, :lastOk)"
                        + " on conflict (check_in_id) where check_in_id is not null do update set"
                        + " cause = excluded.cause, urgency = excluded.urgency, next_action_at = excluded.next_action_at,"
                        + " closed_at = null, outcome = null, status = 'OPEN', taken_at = null, taken_by = null,"
                        + " assignee_id = null, next_step = null, next_step_at = null, version = incident.version + 1,"
                        + " staff_told_at = null, staff_reason = null, nobody_to_tell = false"
                        + " returning id")
                .bind("organization", organizationId)
                .bind("checkIn", checkIn.map(OpenCheckIn::id).orElse(null))
                .bind("openedAt", checkIn.map(OpenCheckIn::openedAt).orElse(null))
                .bind("kind", subject.kind().name())
                .bind("subject", subject.id())
                .bind("cause", cause.name())
                .bind("urgency", urgency)
                .bind("now", now)
                .bind("next", nextActionAt)
                .bind("lastOk", lastOkAt.orElse(null))
                .mapTo(Long.class)
                .one());
        enter(organizationId, id, "OPENED", "SYSTEM", cause.name(), now);
        return id;
    }

    void enter(int organizationId, long incident, String kind, String actor, String note, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into incident_entry (organization_id, incident_id, at, kind, actor, note)"
                                + " values (:organization, :incident, :now, :kind, :actor, :note)")
                .bind("organization", organizationId)
                .bind("incident", incident)
                .bind("now", now)
                .bind("kind", kind)
                .bind("actor", actor)
                .bind("note", note)
                .execute());
    }

    /**
     * Staff are told about these, with the reason. The first telling stays, but that nobody can be told is told again; so is
     * that nobody takes what was first said to reach not all who watch, or none of them yet.
     */
    void tellStaff(Collection<Long> incidents, String reason, boolean nobodyToTell, Instant now) {
        if (incidents.isEmpty()) {
            return;
        }
        int told = jdbi.withHandle(handle -> handle.createUpdate("with told as (update incident set"
                        + " staff_told_at = coalesce(staff_told_at, :now), staff_reason = :reason,"
                        + " next_action_at = case when :reason = any(:undecided) then next_action_at end,"
                        + " nobody_to_tell = nobody_to_tell or :nobody,"
                        + " staff_mail_at = :now where id = any(:ids) and (staff_told_at is null"
                        + " or :nobody and not nobody_to_tell"
                        + " or :reason = 'NOT_TAKEN' and assignee_id is null and staff_reason = any(:undecided)) returning organization_id, id)"
                        + " insert into incident_entry (organization_id, incident_id, at, kind, actor, note)"
                        + " select organization_id, id, :now, 'STAFF_TOLD', 'SYSTEM', :reason from told")
                .bind("now", now)
                .bind("reason", reason)
                .bind("nobody", nobodyToTell)
                .bind("undecided", STILL_TO_BE_TAKEN)
                .bind("ids", incidents.toArray(Long[]::new))
                .execute());
        if (told > 0) {
            LOG.log(Level.WARNING, told + " incident(s) wait for staff: " + reason);
        }
    }

    Optional<IncidentRow> find(long id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + IncidentRow.COLUMNS + " from incident where id = :id")
                        .bind("id", id)
                        .map((row, context) -> IncidentRow.of(row))
                        .findOne());
    }

    Optional<IncidentRow> lock(long id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + IncidentRow.COLUMNS + " from incident where id = :id for update")
                .bind("id", id)
                .map((row, context) -> IncidentRow.of(row))
                .findOne());
    }

    /** Open incidents about a check-in, locked. */
    List<IncidentRow> lockOfCheckIn(long checkInId) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + IncidentRow.COLUMNS
                        + " from incident where check_in_id = :checkIn and closed_at is null for update")
                .bind("checkIn", checkInId)
                .map((row, context) -> IncidentRow.of(row))
                .list());
    }

    /** Open incidents of one cause about a participant, locked. */
    List<IncidentRow> lockOfSubject(int organizationId, Subject subject, IncidentCause cause) {
        return lockOfSubject(organizationId, subject).stream()
                .filter(incident -> incident.cause() == cause)
                .toList();
    }

    /** Open incidents about a participant, locked. */
    List<IncidentRow> lockOfSubject(int organizationId, Subject subject) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + IncidentRow.COLUMNS + " from incident where"
                        + " subject_id = :subject and subject_kind = :kind and organization_id = :organization"
                        + " and closed_at is null order by id for update")
                .bind("subject", subject.id())
                .bind("kind", subject.kind().name())
                .bind("organization", organizationId)
                .map((row, context) -> IncidentRow.of(row))
                .list());
    }

    /** The first of the open incidents about a participant. */
    OptionalLong openOfSubject(int organizationId, Subject subject) {
        return jdbi.withHandle(handle -> handle.createQuery("select id from incident where"
                        + " subject_id = :subject and subject_kind = :kind and organization_id = :organization"
                        + " and closed_at is null order by id limit 1")
                .bind("subject", subject.id())
                .bind("kind", subject.kind().name())
                .bind("organization", organizationId)
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty()));
    }

    void take(IncidentRow incident, long watcherId, Instant nextActionAt, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update incident set taken_at = :now, taken_by = :watcher,"
                        + " status = 'IN_PROGRESS', next_action_at = :next, version = version + 1 where id = :id")
                .bind("now", now)
                .bind("watcher", watcherId)
                .bind("next", nextActionAt)
                .bind("id", incident.id())
                .execute());
        enter(incident.organizationId(), incident.id(), "TAKEN", "WATCHER", null, now);
    }

    void close(IncidentRow incident, String outcome, String actor, String note, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update incident set closed_at = :now, outcome = :outcome,"
                        + " status = 'CLOSED', next_action_at = null, version = version + 1,"
                        + " staff_mail_at = case when staff_mailed_at is not null then :now end where id = :id")
                .bind("now", now)
                .bind("outcome", outcome)
                .bind("id", incident.id())
                .execute());
        enter(incident.organizationId(), incident.id(), "CLOSED", actor, note, now);
    }

    /** The person has left, and the incident stays open. */
    void left(IncidentRow incident, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update incident set version = version + 1 where id = :id")
                .bind("id", incident.id())
                .execute());
        enter(incident.organizationId(), incident.id(), "LEFT", "PARTICIPANT", null, now);
    }

    /** The person is gone; the incidents stay as figures. What people wrote about them goes too. */
    void forget(int organizationId, Subject subject) {
        jdbi.useHandle(handle -> {
            handle.createUpdate(
                            "update incident_entry set note = null, next_step = null where incident_id in (select id from incident"
                                    + " where subject_id = :subject and subject_kind = :kind"
                                    + " and organization_id = :organization)")
                    .bind("subject", subject.id())
                    .bind("kind", subject.kind().name())
                    .bind("organization", organizationId)
                    .execute();
            handle.createUpdate(
                            "update incident set subject_id = null, next_step = null, next_step_at = null where subject_id = :subject"
                                    + " and subject_kind = :kind and organization_id = :organization")
                    .bind("subject", subject.id())
                    .bind("kind", subject.kind().name())
                    .bind("organization", organizationId)
                    .execute();
        });
    }
}
