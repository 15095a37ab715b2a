package jp.anpi.scheduling.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import jp.anpi.scheduling.Actor;
import jp.anpi.scheduling.CheckIns;
import jp.anpi.scheduling.Transition;

/** Closing by a person. */
@Stateless
public class CheckInsBean implements CheckIns {

    @Inject
    private ScheduleTable schedules;

    @Inject
    private CheckInTable checkIns;

    @Override
    public boolean close(int organizationId, long checkInId, Instant openedAt, Actor by, Instant now) {
        Transition transition = by == Actor.WATCHER ? Transition.WATCHER_CLOSED : Transition.STAFF_CLOSED;
        Optional<CheckInRow> seen = checkIns.find(checkInId, openedAt)
                .filter(checkIn -> checkIn.organizationId() == organizationId)
                .filter(checkIn -> checkIn.state().open());
        if (seen.isEmpty()) {
            return false;
        }
        Optional<ScheduleRow> schedule =
                schedules.lock(organizationId, seen.get().subject());
        Optional<CheckInRow> current =
                checkIns.lock(checkInId, openedAt).filter(checkIn -> transition.allowedFrom(checkIn.state()));
        if (schedule.isEmpty() || current.isEmpty()) {
            return false;
        }
        checkIns.move(current.get(), transition, by, now);
        schedules.markClosed(schedule.get().id());
        return true;
    }
}
