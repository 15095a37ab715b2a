package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.anpi.scheduling.Actor;
import jp.anpi.scheduling.CheckInHistory;
import jp.anpi.scheduling.StaffSchedules;
import jp.anpi.scheduling.Subject;
import org.jdbi.v3.core.Jdbi;

/** The SQL of pauses (E-10). */
@ApplicationScoped
public class PauseTable {

    @Inject
    private Jdbi jdbi;

    /** The last day of the pause that holds {@code today} or lies ahead. */
    Optional<LocalDate> runningUntil(long scheduleId, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery("select max(last_day) from pause"
                        + " where schedule_id = :schedule and ended_at is null and last_day >= :today")
                .bind("schedule", scheduleId)
                .bind("today", today)
                .mapTo(LocalDate.class)
                .findOne());
    }

    /** The same of several participants; those who are not away are not there. */
    Map<Long, LocalDate> running(int organization, Collection<Long> participants, LocalDate today) {
        Map<Long, LocalDate> last = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("select s.subject_id, max(p.last_day) as last_day from pause p"
                        + " join check_in_schedule s on s.id = p.schedule_id"
                        + " where s.organization_id = :organization and s.subject_kind = 'PARTICIPANT'"
                        + " and s.subject_id = any(:people) and p.ended_at is null and p.last_day >= :today group by 1")
                .bind("organization", organization)
                .bindArray("people", Long.class, participants.toArray(Long[]::new))
                .bind("today", today)
                .map((row, context) -> last.put(row.getLong("subject_id"), row.getObject("last_day", LocalDate.class)))
                .list());
        return last;
    }

    void begin(
            ScheduleRow schedule,
            LocalDate firstDay,
            LocalDate lastDay,
            Optional<String> reason,
            Actor setBy,
            Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into pause (organization_id, schedule_id, first_day, last_day, reason, set_by, created_at)"
                                + " values (:organization, :schedule, :first, :last, :reason, :setBy, :now)")
                .bind("organization", schedule.organizationId())
                .bind("schedule", schedule.id())
                .bind("first", firstDay)
                .bind("last", lastDay)
                .bind("reason", reason.orElse(null))
                .bind("setBy", setBy.name())
                .bind("now", now)
                .execute());
    }

    /** @return whether a pause was running */
    boolean end(long scheduleId, LocalDate today, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("update pause set ended_at = :now"
                                + " where schedule_id = :schedule and ended_at is null and last_day >= :today")
                        .bind("now", now)
                        .bind("schedule", scheduleId)
                        .bind("today", today)
                        .execute()
                > 0);
    }

    List<StaffSchedules.Pause> latest(int organizationId, Subject subject, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("select p.first_day, p.last_day, p.reason, p.set_by,"
                        + " p.ended_at from check_in_schedule s join pause p on p.schedule_id = s.id"
                        + " where s.organization_id = :organization and s.subject_kind = :kind"
                        + " and s.subject_id = :subject order by p.id desc limit :most")
                .bind("organization", organizationId)
                .bind("kind", subject.kind().name())
                .bind("subject", subject.id())
                .bind("most", most)
                .map((row, context) -> new StaffSchedules.Pause(
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        Optional.ofNullable(row.getString("reason")),
                        Actor.valueOf(row.getString("set_by")),
                        Rows.optionalInstant(row, "ended_at")))
                .list());
    }

    List<CheckInHistory.Away> between(long scheduleId, LocalDate from, LocalDate until, java.time.ZoneId zone) {
        return jdbi.withHandle(handle -> handle.createQuery("select first_day, last_day, ended_at from pause"
                        + " where schedule_id = :schedule and first_day <= :until and last_day >= :from"
                        + " order by first_day")
                .bind("schedule", scheduleId)
                .bind("from", from)
                .bind("until", until)
                .map((row, context) -> {
                    LocalDate last = row.getObject("last_day", LocalDate.class);
                    Instant ended = Rows.instant(row, "ended_at");
                    LocalDate endedOn =
                            ended == null ? last : ended.atZone(zone).toLocalDate();
                    return new CheckInHistory.Away(
                            row.getObject("first_day", LocalDate.class), endedOn.isBefore(last) ? endedOn : last);
                })
                .list());
    }
}
