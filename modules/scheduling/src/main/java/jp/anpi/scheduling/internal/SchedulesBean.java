package jp.anpi.scheduling.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.anpi.membership.Members;
import jp.anpi.messaging.Outbox;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.messaging.Priority;
import jp.anpi.scheduling.Actor;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInOffer;
import jp.anpi.scheduling.CheckInOffers;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.CheckInState;
import jp.anpi.scheduling.LongestPause;
import jp.anpi.scheduling.MessageKinds;
import jp.anpi.scheduling.Rhythm;
import jp.anpi.scheduling.ScheduleView;
import jp.anpi.scheduling.Subject;

/** Schedules as their subjects set them. */
@Stateless
public class SchedulesBean implements CheckInSchedules {

    @Inject
    private ScheduleTable schedules;

    @Inject
    private CheckInTable checkIns;

    @Inject
    private PauseTable pauses;

    @Inject
    private CheckInOffers offers;

    @Inject
    private HourForEverybody hour;

    @Inject
    private EndOfCheckIn endOfCheckIn;

    @Inject
    private Outbox outbox;

    @Inject
    private Members members;

    @Override
    public ScheduleView set(
            int organizationId, Subject subject, CheckInInterval interval, List<Integer> hours, Instant now) {
        hour.hold(organizationId);
        CheckInOffer offer = offers.of(organizationId);
        Rhythm rhythm = Rhythm.startingAfter(now, interval, offer.hours(hours), offer.zone());
        Optional<ScheduleRow> present = schedules.lock(organizationId, subject);
        if (present.isEmpty()) {
            refuseStrangers(organizationId, subject);
        }
        boolean unreachable = present.isPresent() && present.get().nextDueAt() == null;
        Optional<LocalDate> pausedUntil =
                present.flatMap(schedule -> pauses.runningUntil(schedule.id(), today(offer, now)));
        Instant next = pausedUntil
                .map(last -> rhythm.firstOnOrAfter(last.plusDays(1), offer.zone()))
                .orElseGet(() -> rhythm.nextAfter(now, offer.zone()));
        schedules.put(organizationId, subject, rhythm, unreachable ? null : next);
        return of(organizationId, subject, now).orElseThrow();
    }

    /** Nobody is asked in the name of an organization that does not know them. */
    private void refuseStrangers(int organizationId, Subject subject) {
        if (subject.kind() == Subject.Kind.PARTICIPANT
                && members.byId(organizationId, subject.id()).isEmpty()) {
            throw new IllegalArgumentException("No member has the id " + subject.id());
        }
    }

    @Override
    public Instant firstQuestion(int organizationId, CheckInInterval interval, List<Integer> hours, Instant now) {
        CheckInOffer offer = offers.of(organizationId);
        return Rhythm.startingAfter(now, interval, offer.hours(hours), offer.zone())
                .nextAfter(now, offer.zone());
    }

    @Override
    public Optional<ScheduleView> of(int organizationId, Subject subject, Instant now) {
        LocalDate today = today(offers.of(organizationId), now);
        return schedules.find(organizationId, subject).map(schedule -> view(schedule, today));
    }

    private ScheduleView view(ScheduleRow schedule, LocalDate today) {
        Optional<CheckInState> open = schedule.hasOpenCheckIn()
                ? checkIns.find(schedule.openCheckInId(), schedule.openSince()).map(CheckInRow::state)
                : Optional.empty();
        return new ScheduleView(
                schedule.id(),
                schedule.subject(),
                schedule.rhythm(),
                Optional.ofNullable(schedule.nextDueAt()),
                pauses.runningUntil(schedule.id(), today),
                open,
                schedule.lastOkAt());
    }

    @Override
    public Optional<ScheduleView> pause(
            int organizationId, Subject subject, LocalDate lastDay, Optional<String> reason, Actor setBy, Instant now) {
        CheckInOffer offer = offers.of(organizationId);
        LocalDate today = today(offer, now);
        if (lastDay.isBefore(today) || lastDay.isAfter(LongestPause.lastDay(today))) {
            throw new IllegalArgumentException("A pause ends between today and a year from now, not on " + lastDay);
        }
        Optional<ScheduleRow> locked = schedules.lock(organizationId, subject);
        if (locked.isEmpty()) {
            return Optional.empty();
        }
        ScheduleRow schedule = locked.get();
        endOfCheckIn.byPause(schedule, setBy, now);
        pauses.end(schedule.id(), today, now);
        pauses.begin(schedule, today, lastDay, reason, setBy, now);
        Optional<Instant> next = Optional.ofNullable(schedule.nextDueAt())
                .map(due -> schedule.rhythm().firstOnOrAfter(lastDay.plusDays(1), offer.zone()));
        next.ifPresent(due -> schedules.setNextDue(schedule.id(), due));
        if (setBy != Actor.PARTICIPANT) {
            tellOfPause(schedule, lastDay, next, setBy, now);
        }
        return of(organizationId, subject, now);
    }

    private void tellOfPause(
            ScheduleRow schedule, LocalDate lastDay, Optional<Instant> next, Actor setBy, Instant now) {
        Map<String, String> content = new HashMap<>(Map.of("lastDay", lastDay.toString(), "setBy", setBy.name()));
        next.ifPresent(due -> content.put("next", due.toString()));
        outbox.enqueue(List.of(OutboxMessage.notice(
                schedule.organizationId(),
                Priority.REMINDER,
                MessageKinds.PAUSE_SET,
                content,
                List.of(schedule.subject().id()),
                now)));
    }

    @Override
    public Optional<ScheduleView> resume(int organizationId, Subject subject, Instant now) {
        CheckInOffer offer = offers.of(organizationId);
        Optional<ScheduleRow> locked = schedules.lock(organizationId, subject);
        locked.filter(schedule -> pauses.end(schedule.id(), today(offer, now), now))
                .filter(schedule -> schedule.nextDueAt() != null)
                .ifPresent(schedule ->
                        schedules.setNextDue(schedule.id(), schedule.rhythm().nextAfter(now, offer.zone())));
        return of(organizationId, subject, now);
    }

    private static LocalDate today(CheckInOffer offer, Instant now) {
        return now.atZone(offer.zone()).toLocalDate();
    }
}
