package jp.anpi.system.chaos;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Strikes at an instant that chance has chosen, wherever the product may be then. */
final class AtInstant implements Mishap {

    private final String name;
    private final Duration after;
    private final Runnable strike;
    private final Runnable mend;
    private final boolean outage;
    private CompletableFuture<Void> struck;

    AtInstant(String name, Duration after, Runnable strike, Runnable mend, boolean outage) {
        this.name = name;
        this.after = after;
        this.strike = strike;
        this.mend = mend;
        this.outage = outage;
    }

    @Override
    public void begin() {
        Executor later = CompletableFuture.delayedExecutor(after.toMillis(), TimeUnit.MILLISECONDS);
        struck = CompletableFuture.runAsync(strike, later);
    }

    @Override
    public void end() {
        struck.join();
        mend.run();
    }

    @Override
    public boolean isOutage() {
        return outage;
    }

    @Override
    public String toString() {
        return name + " after " + after.toMillis() + " ms";
    }
}
