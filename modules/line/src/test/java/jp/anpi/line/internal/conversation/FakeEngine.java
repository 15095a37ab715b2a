package jp.anpi.line.internal.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import jp.anpi.escalation.WatcherActions;
import jp.anpi.escalation.WatcherView;
import jp.anpi.scheduling.Actor;
import jp.anpi.scheduling.Answers;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInOffer;
import jp.anpi.scheduling.CheckInOffers;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.Rhythm;
import jp.anpi.scheduling.ScheduleView;
import jp.anpi.scheduling.ServicePreset;
import jp.anpi.scheduling.Subject;

/** Schedules, answers and watchers' actions in memory; writes down what was asked of it. */
final class FakeEngine implements CheckInOffers, CheckInSchedules, Answers, WatcherActions {

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    final List<String> done = new ArrayList<>();
    final Map<Long, ScheduleView> schedules = new HashMap<>();
    ServicePreset preset = ServicePreset.CONNECT_HEART;
    Met met = Met.QUESTION;
    Optional<WatcherView> alert = Optional.empty();

    @Override
    public CheckInOffer of(int organizationId) {
        return new CheckInOffer(
                1, ZONE, null, preset.intervals(), preset.hoursADay(), preset.fixedHour(), 6, 22, 8, false);
    }

    OptionalInt fixedHour() {
        return preset.fixedHour();
    }

    @Override
    public ScheduleView set(
            int organizationId, Subject subject, CheckInInterval interval, List<Integer> hours, Instant now) {
        done.add("set " + subject.id() + " " + interval + " " + hours);
        Rhythm rhythm = Rhythm.startingAfter(now, interval, hours, ZONE);
        return keep(subject, rhythm, Optional.of(rhythm.nextAfter(now, ZONE)), Optional.empty());
    }

    private ScheduleView keep(Subject subject, Rhythm rhythm, Optional<Instant> next, Optional<LocalDate> pausedUntil) {
        ScheduleView view =
                new ScheduleView(subject.id(), subject, rhythm, next, pausedUntil, Optional.empty(), Optional.empty());
        schedules.put(subject.id(), view);
        return view;
    }

    @Override
    public Instant firstQuestion(int organizationId, CheckInInterval interval, List<Integer> hours, Instant now) {
        return Rhythm.startingAfter(now, interval, hours, ZONE).nextAfter(now, ZONE);
    }

    @Override
    public Optional<ScheduleView> of(int organizationId, Subject subject, Instant now) {
        return Optional.ofNullable(schedules.get(subject.id()));
    }

    @Override
    public Optional<ScheduleView> pause(
            int organizationId, Subject subject, LocalDate lastDay, Optional<String> reason, Actor setBy, Instant now) {
        done.add("pause " + subject.id() + " " + lastDay + " " + setBy);
        return of(1, subject, now).map(view -> {
            Instant next = view.rhythm().firstOnOrAfter(lastDay.plusDays(1), ZONE);
            return keep(subject, view.rhythm(), Optional.of(next), Optional.of(lastDay));
        });
    }

    @Override
    public Optional<ScheduleView> resume(int organizationId, Subject subject, Instant now) {
        done.add("resume " + subject.id());
        return of(1, subject, now)
                .map(view -> keep(
                        subject, view.rhythm(), Optional.of(view.rhythm().nextAfter(now, ZONE)), Optional.empty()));
    }

    @Override
    public OkResult ok(int organizationId, Subject subject, Source source, Instant tappedAt, Instant now) {
        done.add("ok " + subject.id() + " " + source);
        return new OkResult(met, of(1, subject, now).flatMap(ScheduleView::nextDueAt));
    }

    @Override
    public Map<Long, OkResult> okTogether(int organizationId, Map<Long, Instant> tappedAt, Source source, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean needHelp(int organizationId, Subject subject, Source source, Instant tappedAt, Instant now) {
        done.add("help " + subject.id() + " " + source);
        return true;
    }

    @Override
    public Optional<WatcherView> look(int organizationId, long watcherId, UUID messageId, Instant now) {
        return alert;
    }

    @Override
    public Optional<WatcherView> take(int organizationId, long watcherId, UUID messageId, Instant now) {
        done.add("take " + watcherId);
        return alert;
    }

    @Override
    public Optional<WatcherView> close(int organizationId, long watcherId, UUID messageId, String reason, Instant now) {
        done.add("close " + watcherId + " " + reason);
        return alert;
    }
}
