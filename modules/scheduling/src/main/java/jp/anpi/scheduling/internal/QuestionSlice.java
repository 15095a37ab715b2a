package jp.anpi.scheduling.internal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.anpi.foundation.DueRow;
import jp.anpi.scheduling.Actor;
import jp.anpi.scheduling.CheckInOffer;
import jp.anpi.scheduling.CheckInOffers;
import jp.anpi.scheduling.Rhythm;
import jp.anpi.scheduling.Transition;

/**
 * One slice of due schedules in one set-based transaction (E-17, E-19): claimed, asked, and moved on to the next
 * instant of their grid. However many were missed, each subject is asked once (E-8).
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class QuestionSlice {

    private static final int SIZE = 10_000;

    /** Many schedules of a wave share rhythm and zone: the calendar is asked once for all of them. */
    private record Moment(Rhythm rhythm, int organizationId) {}

    @Inject
    private ScheduleTable schedules;

    @Inject
    private CheckInTable checkIns;

    @Inject
    private QuestionOpening opening;

    @Inject
    private Repeats repeats;

    @Inject
    private CheckInOffers offers;

    /** @return whether any schedule was due */
    public boolean run(Instant now) {
        List<ScheduleRow> due = schedules.claimDue(now, SIZE);
        if (!due.isEmpty()) {
            ask(due, now);
        }
        return !due.isEmpty();
    }

    /** This schedule alone, where it is due. */
    public void runOne(long schedule, Instant now) {
        schedules.claimDue(schedule, now).ifPresent(due -> ask(List.of(due), now));
    }

    /** Schedules that are due. */
    public List<DueRow> due(Instant now) {
        return schedules.due(now, SIZE);
    }

    /** The question is tried again later. */
    public void setAside(long schedule, Instant until) {
        schedules.setNextDue(schedule, until);
    }

    private void ask(List<ScheduleRow> due, Instant now) {
        Map<Integer, CheckInOffer> offerOf = due.stream()
                .map(ScheduleRow::organizationId)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), offers::of));
        Map<Long, CheckInRow> open = openCheckIns(due);
        List<ScheduleRow> fresh = new ArrayList<>();
        List<Repeats.Repeat> repeated = new ArrayList<>();
        List<CheckInRow> superseded = new ArrayList<>();
        for (ScheduleRow schedule : due) {
            CheckInRow checkIn = schedule.hasOpenCheckIn() ? open.get(schedule.openCheckInId()) : null;
            if (checkIn == null) {
                fresh.add(schedule);
            } else if (checkIn.asked() || !Transition.NEXT_CAME_DUE.allowedFrom(checkIn.state())) {
                repeated.add(new Repeats.Repeat(schedule, checkIn));
            } else {
                superseded.add(checkIn);
                fresh.add(schedule);
            }
        }
        checkIns.moveAll(superseded, Transition.NEXT_CAME_DUE, Actor.SYSTEM, now);
        repeats.ask(repeated, offerOf, now);
        Map<Long, Long> openedIds = opening.open(fresh, offerOf, now);
        moveOn(due, openedIds, offerOf, now);
    }

    private Map<Long, CheckInRow> openCheckIns(List<ScheduleRow> due) {
        List<ScheduleRow> withOpen =
                due.stream().filter(ScheduleRow::hasOpenCheckIn).toList();
        if (withOpen.isEmpty()) {
            return Map.of();
        }
        Long[] ids = withOpen.stream().map(ScheduleRow::openCheckInId).toArray(Long[]::new);
        Instant from = withOpen.stream()
                .map(ScheduleRow::openSince)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant until = withOpen.stream()
                .map(ScheduleRow::openSince)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return checkIns.lock(ids, from, until).stream().collect(Collectors.toMap(CheckInRow::id, Function.identity()));
    }

    private void moveOn(
            List<ScheduleRow> due, Map<Long, Long> openedIds, Map<Integer, CheckInOffer> offerOf, Instant now) {
        Map<Moment, Instant> next = new HashMap<>();
        Long[] ids = new Long[due.size()];
        Instant[] nextDue = new Instant[due.size()];
        Long[] opened = new Long[due.size()];
        for (int i = 0; i < ids.length; i++) {
            ScheduleRow schedule = due.get(i);
            ids[i] = schedule.id();
            nextDue[i] = next.computeIfAbsent(
                    new Moment(schedule.rhythm(), schedule.organizationId()), moment -> moment.rhythm()
                            .nextAfter(now, offerOf.get(moment.organizationId()).zone()));
            opened[i] = openedIds.getOrDefault(schedule.id(), 0L);
        }
        schedules.moveOn(ids, nextDue, opened, now);
    }
}
