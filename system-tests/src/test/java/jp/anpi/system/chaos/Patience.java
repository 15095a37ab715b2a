package jp.anpi.system.chaos;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what another process does, and says what did not come. */
public final class Patience {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

    private Patience() {}

    /** @param what goes on until the condition holds, in words for whoever reads the failure */
    static void until(Duration limit, Supplier<String> what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + limit.toSeconds() + " s: " + what.get());
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    public static void until(Duration limit, String what, BooleanSupplier condition) {
        until(limit, () -> what, condition);
    }
}
