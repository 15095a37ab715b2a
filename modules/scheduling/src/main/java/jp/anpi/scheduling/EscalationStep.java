package jp.anpi.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One follow-up of an unanswered question.
 *
 * @param delay counted from the instant the question was accepted (E-2)
 * @param missedSlots instead of a delay: after this many slots without an answer
 */
public record EscalationStep(Optional<Duration> delay, OptionalInt missedSlots, Action action) {

    /** Of steps of one preset, all of which count either hours or slots. */
    static final Comparator<EscalationStep> EARLIEST_FIRST = Comparator.comparing(
                    (EscalationStep step) -> step.delay().orElse(Duration.ZERO))
            .thenComparing(step -> step.missedSlots().orElse(0));

    /** What happens at the step. */
    public enum Action {
        REMIND,
        ALERT_WATCHERS,
        ALERT_STAFF
    }

    /**
     * When it falls due for a question that was accepted at that instant and is not answered, without any trouble of ours
     * (E-2).
     */
    public Instant dueAt(Instant sentAt, Rhythm rhythm, ZoneId zone) {
        return delay.map(sentAt::plus).orElseGet(() -> {
            Instant slot = sentAt;
            for (int i = 0; i < missedSlots.orElseThrow(); i++) {
                slot = rhythm.nextAfter(slot, zone);
            }
            return slot;
        });
    }

    public static EscalationStep after(Duration delay, Action action) {
        return new EscalationStep(Optional.of(delay), OptionalInt.empty(), action);
    }

    public static EscalationStep afterMissedSlots(int slots, Action action) {
        return new EscalationStep(Optional.empty(), OptionalInt.of(slots), action);
    }
}
