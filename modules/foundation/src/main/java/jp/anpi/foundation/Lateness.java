package jp.anpi.foundation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long the oldest due work has been waiting (E-21).
 *
 * @param late nothing where it lies in the future
 */
public record Lateness(Duration late) {

    private static final Duration BEARABLE = Duration.ofMinutes(5);

    public static Lateness of(Optional<Instant> nextDue, Instant now) {
        return new Lateness(nextDue.filter(due -> due.isBefore(now))
                .map(due -> Duration.between(due, now))
                .orElse(Duration.ZERO));
    }

    /** Whether nobody has to look. */
    public boolean bearable() {
        return late.compareTo(BEARABLE) <= 0;
    }
}
