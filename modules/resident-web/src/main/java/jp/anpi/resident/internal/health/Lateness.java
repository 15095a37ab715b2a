package jp.anpi.resident.internal.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long the oldest due work has been waiting. */
record Lateness(Duration late) {

    private static final Duration BEARABLE = Duration.ofMinutes(5);

    static Lateness of(Optional<Instant> nextDue, Instant now) {
        return new Lateness(nextDue.filter(due -> due.isBefore(now))
                .map(due -> Duration.between(due, now))
                .orElse(Duration.ZERO));
    }

    boolean bearable() {
        return late.compareTo(BEARABLE) <= 0;
    }
}
