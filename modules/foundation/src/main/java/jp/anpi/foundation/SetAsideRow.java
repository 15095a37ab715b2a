package jp.anpi.foundation;

import java.time.Instant;
import java.util.Optional;

/**
 * A row that fails and waits for another attempt, so that it stops no other (E-20).
 *
 * @param work the kind of {@link DueWork} that failed on it
 * @param since of the first failure in a row
 * @param attempts failed since then
 * @param nextAttemptAt empty when it was given up: somebody has to look
 * @param error what kind of failure it was and where; nobody's data
 */
public record SetAsideRow(
        String work,
        DueRow row,
        Instant since,
        int attempts,
        Instant lastFailedAt,
        Optional<Instant> nextAttemptAt,
        String error) {}
