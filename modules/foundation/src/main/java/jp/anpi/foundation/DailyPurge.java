package jp.anpi.foundation;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntUnaryOperator;

/**
 * Removes once a day, on each node, what has been kept long enough.
 *
 * <p>In batches, one each time it is called until there is nothing left, so that nothing urgent waits for the cleaning.
 */
public final class DailyPurge {

    private static final Duration BETWEEN = Duration.ofDays(1);
    private static final int AT_ONCE = 5_000;

    private final AtomicReference<Instant> finished = new AtomicReference<>(Instant.MIN);

    /** @param batch removes at most so many rows, and says how many it removed */
    public void run(Instant now, IntUnaryOperator batch) {
        boolean due = now.minus(BETWEEN).isAfter(finished.get());
        if (due && batch.applyAsInt(AT_ONCE) < AT_ONCE) {
            finished.set(now);
        }
    }
}
