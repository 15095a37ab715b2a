package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.anpi.scheduling.Actor;
import jp.anpi.scheduling.CheckInClosed;
import jp.anpi.scheduling.CheckInState;
import jp.anpi.scheduling.OpenCheckIn;
import jp.anpi.scheduling.Transition;
import jp.anpi.scheduling.internal.AnswerTable.Given;

/** Ends an open check-in for another reason than an answer: a pause, a block, leaving. The schedule is locked. */
@ApplicationScoped
public class EndOfCheckIn {

    @Inject
    private ScheduleTable schedules;

    @Inject
    private CheckInTable checkIns;

    @Inject
    private Oks oks;

    @Inject
    private Event<CheckInClosed> closed;

    /**
     * An unanswered question is let go. After an alert, the participant's own pause is a sign of life; somebody else's
     * closes it in their name. A call for help stays open.
     */
    void byPause(ScheduleRow schedule, Actor setBy, Instant now) {
        checkIns.lockOpen(schedule).ifPresent(checkIn -> {
            if (Transition.WENT_AWAY.allowedFrom(checkIn.state())) {
                end(schedule, checkIn, Transition.WENT_AWAY, setBy, now);
            } else if (checkIn.state() == CheckInState.ALERTED && setBy == Actor.PARTICIPANT) {
                oks.signsOfLife(List.of(new Given(schedule, Optional.of(checkIn), now)), now);
            } else if (checkIn.state() == CheckInState.ALERTED) {
                Transition transition = setBy == Actor.WATCHER ? Transition.WATCHER_CLOSED : Transition.STAFF_CLOSED;
                end(schedule, checkIn, transition, setBy, now);
            }
        });
    }

    /** @return the check-in that was open */
    Optional<OpenCheckIn> by(ScheduleRow schedule, Transition transition, Instant now) {
        Optional<CheckInRow> open = checkIns.lockOpen(schedule);
        open.ifPresent(checkIn -> end(schedule, checkIn, transition, Actor.PARTICIPANT, now));
        return open.map(checkIn -> checkIn.event(schedule.lastOkAt()));
    }

    /** Nobody is told that all is well: what is open about it is closed by whoever found out. */
    void byDeath(ScheduleRow schedule, Instant now) {
        checkIns.lockOpen(schedule).ifPresent(checkIn -> {
            checkIns.move(checkIn, Transition.STAFF_CLOSED, Actor.STAFF, now);
            schedules.markClosed(schedule.id());
        });
    }

    private void end(ScheduleRow schedule, CheckInRow checkIn, Transition transition, Actor actor, Instant now) {
        checkIns.move(checkIn, transition, actor, now);
        schedules.markClosed(schedule.id());
        closed.fire(new CheckInClosed(checkIn.event(schedule.lastOkAt()), transition.target(), now));
    }
}
