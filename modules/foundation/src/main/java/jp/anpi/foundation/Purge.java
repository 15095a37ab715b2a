package jp.anpi.foundation;

import java.time.Duration;
import java.time.Instant;

/**
 * Something that is kept for a while only. All implementations are found, and called once a day on each node until there
 * is nothing left to remove.
 */
public interface Purge {

    /** How long it can be looked up what happened. */
    Duration KEPT = Duration.ofDays(35);

    /**
     * Removes a batch of what was over before {@code limit}.
     *
     * @param most so many rows at most, so that nothing urgent waits for the cleaning
     * @return how many were removed
     */
    int purge(Instant limit, int most);
}
