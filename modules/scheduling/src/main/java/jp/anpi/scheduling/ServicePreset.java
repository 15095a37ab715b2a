package jp.anpi.scheduling;

import static jp.anpi.scheduling.CheckInInterval.EVERY_14_DAYS;
import static jp.anpi.scheduling.CheckInInterval.EVERY_2_DAYS;
import static jp.anpi.scheduling.CheckInInterval.EVERY_3_DAYS;
import static jp.anpi.scheduling.CheckInInterval.EVERY_5_DAYS;
import static jp.anpi.scheduling.CheckInInterval.EVERY_7_DAYS;
import static jp.anpi.scheduling.CheckInInterval.EVERY_DAY;
import static jp.anpi.scheduling.EscalationStep.Action.ALERT_WATCHERS;
import static jp.anpi.scheduling.EscalationStep.Action.REMIND;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Services that an organization can start with: the same engine with other data. */
public enum ServicePreset {
    /** 安否通知サービス: asked every few days; asked again after 24 hours; watchers are told 3 hours later. */
    CONNECT_HEART(
            List.of(EVERY_DAY, EVERY_2_DAYS, EVERY_3_DAYS, EVERY_5_DAYS, EVERY_7_DAYS, EVERY_14_DAYS),
            1,
            OptionalInt.empty(),
            List.of(
                    EscalationStep.after(Duration.ofHours(24), REMIND),
                    EscalationStep.after(Duration.ofHours(27), ALERT_WATCHERS))),

    /** Two hours a day: the next slot is the reminder, two misses in a row tell the watchers. */
    TWICE_DAILY(
            List.of(EVERY_DAY), 2, OptionalInt.empty(), List.of(EscalationStep.afterMissedSlots(2, ALERT_WATCHERS))),

    /** Daily at one hour for everybody: three days without an OK tell the watchers. */
    DAILY_REPORT(
            List.of(EVERY_DAY),
            1,
            OptionalInt.of(8),
            List.of(EscalationStep.after(Duration.ofHours(72), ALERT_WATCHERS)));

    private final List<CheckInInterval> intervals;
    private final int hoursADay;
    private final OptionalInt fixedHour;
    private final List<EscalationStep> steps;

    ServicePreset(List<CheckInInterval> intervals, int hoursADay, OptionalInt fixedHour, List<EscalationStep> steps) {
        this.intervals = intervals;
        this.hoursADay = hoursADay;
        this.fixedHour = fixedHour;
        this.steps = steps;
    }

    public List<CheckInInterval> intervals() {
        return intervals;
    }

    public int hoursADay() {
        return hoursADay;
    }

    public OptionalInt fixedHour() {
        return fixedHour;
    }

    public List<EscalationStep> steps() {
        return steps;
    }

    /** The same steps at other times. @param numbers one for each: hours after the question, or slots without an answer */
    public List<EscalationStep> steps(List<Integer> numbers) {
        return IntStream.range(0, steps.size())
                .mapToObj(i -> steps.get(i).missedSlots().isPresent()
                        ? EscalationStep.afterMissedSlots(
                                numbers.get(i), steps.get(i).action())
                        : EscalationStep.after(
                                Duration.ofHours(numbers.get(i)), steps.get(i).action()))
                .toList();
    }
}
