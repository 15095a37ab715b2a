package jp.anpi.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time in which we could not ask or could not hear (E-8).
 *
 * @param organizationId whose; empty means everybody's
 * @param endedAt empty while it goes on
 */
public record Outage(
        long id, OutageKind kind, Optional<Integer> organizationId, Instant beganAt, Optional<Instant> endedAt) {

    /**
     * Whether silence up to a deadline may be due to this outage: the deadline lay in it, or some of the time to answer
     * before the deadline did. A deadline at the very instant of the beginning was met before it, and time to answer
     * that begins with the end lies after it.
     */
    public boolean touches(Instant deadline, Duration answerWindow) {
        return deadline.isAfter(beganAt)
                && endedAt.map(end -> deadline.minus(answerWindow).isBefore(end))
                        .orElse(true);
    }
}
