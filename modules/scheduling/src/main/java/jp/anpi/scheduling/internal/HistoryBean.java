package jp.anpi.scheduling.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import jp.anpi.scheduling.Actor;
import jp.anpi.scheduling.CheckInHistory;
import jp.anpi.scheduling.CheckInOffers;
import jp.anpi.scheduling.CheckInState;
import jp.anpi.scheduling.Subject;
import org.jdbi.v3.core.Jdbi;

/** History read by schedule; bounds in the partition column keep it to the months asked for. */
@Stateless
public class HistoryBean implements CheckInHistory {

    private static final int MOST = 400;

    /** A late question is opened after it was due, by hours rather than weeks. */
    private static final Duration LATEST_OPENING = Duration.ofDays(31);

    /** Only few have ended so that the log has to be read. */
    private static final String SILENT = """
             c.state in ('ALERTED', 'NEED_HELP', 'CONFIRMED_LATE', 'CLOSED_BY_STAFF', 'CLOSED_BY_WATCHER', 'UNREACHABLE',
                         'CANCELLED')
             and exists (select from check_in_log l
                 where l.check_in_id = c.id and l.at >= c.opened_at and l.to_state = 'ALERTED')
            """;

    @Inject
    private Jdbi jdbi;

    @Inject
    private ScheduleTable schedules;

    @Inject
    private PauseTable pauses;

    @Inject
    private CheckInOffers offers;

    @Override
    public List<Move> moves(int organizationId, long checkInId, Instant openedAt) {
        return jdbi.withHandle(handle -> handle.createQuery("select at, to_state, reason, actor from check_in_log"
                        + " where check_in_id = :checkIn and at >= :openedAt and organization_id = :organization"
                        + " order by at limit :most")
                .bind("checkIn", checkInId)
                .bind("openedAt", openedAt)
                .bind("organization", organizationId)
                .bind("most", MOST)
                .map((row, context) -> new Move(
                        Rows.instant(row, "at"),
                        CheckInState.valueOf(row.getString("to_state")),
                        row.getString("reason"),
                        Actor.valueOf(row.getString("actor"))))
                .list());
    }

    @Override
    public List<Entry> entries(int organizationId, Subject subject, LocalDate from, LocalDate until) {
        Optional<ScheduleRow> schedule = schedules.find(organizationId, subject);
        ZoneId zone = offers.of(organizationId).zone();
        return schedule.map(row -> jdbi.withHandle(handle -> handle.createQuery(
                                "select due_at, sent_at, answered_at, state," + SILENT + " as silent from check_in c"
                                        + " where schedule_id = :schedule and opened_at >= :from"
                                        + " and opened_at < :latest and due_at >= :from and due_at < :until"
                                        + " order by due_at limit :most")
                        .bind("schedule", row.id())
                        .bind("from", begin(from, zone))
                        .bind("until", begin(until.plusDays(1), zone))
                        .bind("latest", begin(until.plusDays(1), zone).plus(LATEST_OPENING))
                        .bind("most", MOST)
                        .map((result, context) -> new Entry(
                                Rows.instant(result, "due_at"),
                                Rows.optionalInstant(result, "sent_at"),
                                Rows.optionalInstant(result, "answered_at"),
                                CheckInState.valueOf(result.getString("state")),
                                result.getBoolean("silent")))
                        .list()))
                .orElse(List.of());
    }

    @Override
    public List<Instant> signsOfLife(int organizationId, Subject subject, LocalDate from, LocalDate until) {
        ZoneId zone = offers.of(organizationId).zone();
        return schedules
                .find(organizationId, subject)
                .map(row -> jdbi.withHandle(handle -> handle.createQuery("select at from answer"
                                + " where schedule_id = :schedule and kind = 'OK' and at >= :from and at < :until"
                                + " order by at limit :most")
                        .bind("schedule", row.id())
                        .bind("from", begin(from, zone))
                        .bind("until", begin(until.plusDays(1), zone))
                        .bind("most", MOST)
                        .mapTo(Instant.class)
                        .list()))
                .orElse(List.of());
    }

    @Override
    public List<Away> pauses(int organizationId, Subject subject, LocalDate from, LocalDate until) {
        ZoneId zone = offers.of(organizationId).zone();
        return schedules
                .find(organizationId, subject)
                .map(row -> pauses.between(row.id(), from, until, zone))
                .orElse(List.of());
    }

    private static Instant begin(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
