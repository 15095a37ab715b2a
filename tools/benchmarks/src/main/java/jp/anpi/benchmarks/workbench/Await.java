package jp.anpi.benchmarks.workbench;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import jp.anpi.launcher.LaunchFailure;

/** Waits for what another process does. */
public final class Await {

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final long POLL_MILLIS = 5;

    private Await() {}

    /**
     * Returns as soon as it is so.
     *
     * @param otherwise what to say when it has not come about for a quarter of an hour
     */
    public static void until(BooleanSupplier condition, Supplier<String> otherwise) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new LaunchFailure(otherwise.get());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted");
        }
    }
}
