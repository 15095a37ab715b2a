package jp.anpi.scheduling.internal;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.anpi.scheduling.Actor;
import jp.anpi.scheduling.AnsweredUnasked;
import jp.anpi.scheduling.Answers;
import jp.anpi.scheduling.CheckInConfirmed;
import jp.anpi.scheduling.CheckInState;
import jp.anpi.scheduling.HelpRequested;
import jp.anpi.scheduling.OpenCheckIn;
import jp.anpi.scheduling.Subject;
import jp.anpi.scheduling.Transition;
import jp.anpi.scheduling.internal.AnswerTable.Given;

/** Answers, each in one transaction under the subject's lock. */
@Stateless
public class AnswersBean implements Answers {

    @Inject
    private ScheduleTable schedules;

    @Inject
    private CheckInTable checkIns;

    @Inject
    private AnswerTable kept;

    @Inject
    private OkSlice together;

    @Inject
    private HelpCheckIn helpCheckIn;

    @Inject
    private Event<CheckInConfirmed> confirmed;

    @Inject
    private Event<HelpRequested> helpRequested;

    @Inject
    private Event<AnsweredUnasked> answeredUnasked;

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
        kept.keep(List.of(new Given(schedule, open, tappedAt)), "OK", source, now);
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
    public Map<Long, OkResult> okTogether(int organizationId, Map<Long, Instant> tappedAt, Source source, Instant now) {
        return together.ok(organizationId, tappedAt, source, now);
    }

    @Override
    public boolean needHelp(int organizationId, Subject subject, Source source, Instant tappedAt, Instant now) {
        Optional<ScheduleRow> found = schedules.lock(organizationId, subject);
        if (found.isEmpty()) {
            return false;
        }
        ScheduleRow schedule = found.get();
        Optional<CheckInRow> open = open(schedule);
        kept.keep(List.of(new Given(schedule, open, tappedAt)), "NEED_HELP", source, now);
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
}
