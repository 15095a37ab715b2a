package jp.anpi.scheduling.internal;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.anpi.foundation.Counted;
import jp.anpi.scheduling.Actor;
import jp.anpi.scheduling.AnsweredUnasked;
import jp.anpi.scheduling.Answers;
import jp.anpi.scheduling.CheckInConfirmed;
import jp.anpi.scheduling.CheckInState;
import jp.anpi.scheduling.HelpRequested;
import jp.anpi.scheduling.OpenCheckIn;
import jp.anpi.scheduling.Subject;
import jp.anpi.scheduling.Transition;
import org.jdbi.v3.core.Jdbi;

/** Answers, each in one transaction under the subject's lock. */
@Stateless
public class AnswersBean implements Answers {

    @Inject
    private Jdbi jdbi;

    @Inject
    private ScheduleTable schedules;

    @Inject
    private CheckInTable checkIns;

    @Inject
    private HelpCheckIn helpCheckIn;

    @Inject
    private Event<CheckInConfirmed> confirmed;

    @Inject
    private Event<HelpRequested> helpRequested;

    @Inject
    private Event<AnsweredUnasked> answeredUnasked;

    @Inject
    private Event<Counted> counted;

    @Override
    public OkResult ok(int organizationId, Subject subject, Source source, Instant tappedAt, Instant now) {
        Optional<ScheduleRow> found = schedules.lock(organizationId, subject);
        if (found.isEmpty()) {
            return new OkResult(Met.NOT_A_PARTICIPANT, Optional.empty());
        }
        ScheduleRow schedule = found.get();
        Optional<CheckInRow> open = open(schedule);
        Met met = open.map(checkIn -> confirm(checkIn, schedule, now)).orElse(Met.NOTHING_OPEN);
        schedules.markOk(schedule.id(), now, met != Met.HELP_OPEN);
        record(schedule, open, "OK", source, tappedAt, now);
        if (schedule.nextDueAt() == null) {
            answeredUnasked.fire(new AnsweredUnasked(organizationId, subject, now));
        }
        return new OkResult(met, Optional.ofNullable(schedule.nextDueAt()));
    }

    private Met confirm(CheckInRow checkIn, ScheduleRow schedule, Instant now) {
        if (checkIn.state() == CheckInState.NEED_HELP) {
            return Met.HELP_OPEN;
        }
        boolean late = checkIn.state() == CheckInState.ALERTED;
        checkIns.move(checkIn, late ? Transition.OK_AFTER_ALERT : Transition.OK_IN_TIME, Actor.PARTICIPANT, now);
        confirmed.fire(new CheckInConfirmed(checkIn.event(schedule.lastOkAt()), late, now));
        return late ? Met.ALERT : Met.QUESTION;
    }

    @Override
    public boolean needHelp(int organizationId, Subject subject, Source source, Instant tappedAt, Instant now) {
        Optional<ScheduleRow> found = schedules.lock(organizationId, subject);
        if (found.isEmpty()) {
            return false;
        }
        ScheduleRow schedule = found.get();
        Optional<CheckInRow> open = open(schedule);
        record(schedule, open, "NEED_HELP", source, tappedAt, now);
        if (open.isPresent() && open.get().state() == CheckInState.NEED_HELP) {
            return true;
        }
        OpenCheckIn event;
        if (open.isPresent()) {
            checkIns.move(open.get(), Transition.HELP_ASKED, Actor.PARTICIPANT, now);
            event = open.get().event(schedule.lastOkAt());
        } else {
            event = helpCheckIn.open(schedule, now);
        }
        helpRequested.fire(new HelpRequested(event, now));
        return true;
    }

    private Optional<CheckInRow> open(ScheduleRow schedule) {
        return schedule.hasOpenCheckIn()
                ? checkIns.lock(schedule.openCheckInId(), schedule.openSince())
                : Optional.empty();
    }

    /** Kept under the time of the tap, as long as that is believable. */
    private void record(
            ScheduleRow schedule,
            Optional<CheckInRow> checkIn,
            String kind,
            Source source,
            Instant tappedAt,
            Instant now) {
        Instant earliest = now.minusSeconds(24 * 3600);
        Instant at = tappedAt.isAfter(now) || tappedAt.isBefore(earliest) ? now : tappedAt;
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into answer (organization_id, schedule_id, check_in_id, at, kind, source)"
                                + " values (:organization, :schedule, :checkIn, :at, :kind, :source)")
                .bind("organization", schedule.organizationId())
                .bind("schedule", schedule.id())
                .bind("checkIn", checkIn.map(CheckInRow::id).orElse(null))
                .bind("at", at)
                .bind("kind", kind)
                .bind("source", source.name())
                .execute());
        Map<String, String> labels = Map.of(
                "kind", kind.toLowerCase(Locale.ROOT), "source", source.name().toLowerCase(Locale.ROOT));
        counted.fire(new Counted("anpi_answers", labels, 1));
    }
}
