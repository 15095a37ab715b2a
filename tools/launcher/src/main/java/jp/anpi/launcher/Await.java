package jp.anpi.launcher;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/** Waits for things of the operating system that announce themselves to nobody: a port, a file, a foreign process. */
public final class Await {

    private static final long INTERVAL_MILLIS = 50;

    private Await() {}

    /**
     * Asks again and again until the answer is yes or the time is over.
     *
     * @return whether the answer was yes in time
     */
    public static boolean until(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            try {
                Thread.sleep(INTERVAL_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** Like {@link #until}; a question that throws is answered no. */
    public static boolean success(Duration limit, Callable<Boolean> attempt) {
        return until(limit, () -> {
            try {
                return attempt.call();
            } catch (Exception notYet) {
                return false;
            }
        });
    }
}
