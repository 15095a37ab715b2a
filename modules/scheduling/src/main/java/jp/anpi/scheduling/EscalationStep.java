package jp.anpi.scheduling;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One follow-up of an unanswered question.
 *
 * @param delay counted from the instant the question was accepted (E-2)
 * @param missedSlots instead of a delay: after this many slots without an answer
 */
public record EscalationStep(Optional<Duration> delay, OptionalInt missedSlots, Action action) {

    /** What happens at the step. */
    public enum Action {
        REMIND,
        ALERT_WATCHERS,
        ALERT_STAFF
    }

    public static EscalationStep after(Duration delay, Action action) {
        return new EscalationStep(Optional.of(delay), OptionalInt.empty(), action);
    }

    public static EscalationStep afterMissedSlots(int slots, Action action) {
        return new EscalationStep(Optional.empty(), OptionalInt.of(slots), action);
    }
}
