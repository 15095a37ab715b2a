package jp.anpi.foundation.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import jp.anpi.foundation.DueWork;
import jp.anpi.foundation.FailureSummary;

/** Drains one kind of work, in the background with bounded parallelism or by whoever calls. */
final class WorkRunner {

    private static final Logger LOG = System.getLogger(WorkRunner.class.getName());

    private final DueWork work;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile boolean again;
    private volatile boolean stopping;

    WorkRunner(DueWork work) {
        this.work = work;
    }

    DueWork work() {
        return work;
    }

    void stop() {
        stopping = true;
    }

    /** Starts a background drain unless enough are running; those look once more before they end. */
    void wake(Executor executor, Supplier<Instant> now, Runnable afterSlice) {
        again = true;
        if (stopping || running.incrementAndGet() > work.parallelism()) {
            running.decrementAndGet();
            return;
        }
        if (!Background.started(executor, work.name(), () -> drainInBackground(now, afterSlice))) {
            running.decrementAndGet();
        }
    }

    /**
     * Drains in the background as soon as it is this kind's turn. At most one drain waits for the turn: it finds whatever
     * arrived before, and a burst of arrivals must not take every thread there is.
     */
    void wakeInTurn(Executor executor, Lock turn, Supplier<Instant> now) {
        if (!stopping
                && waiting.compareAndSet(false, true)
                && !Background.started(executor, work.name(), () -> drainInTurn(turn, now))) {
            waiting.set(false);
        }
    }

    private void drainInTurn(Lock turn, Supplier<Instant> now) {
        turn.lock();
        try {
            // Before the drain: what arrives from here on may come too late for it.
            waiting.set(false);
            drain(now.get());
        } finally {
            turn.unlock();
        }
    }

    private void drainInBackground(Supplier<Instant> now, Runnable afterSlice) {
        try {
            while (again && !stopping) {
                again = false;
                while (!stopping && runSlice(now.get())) {
                    afterSlice.run();
                }
            }
        } finally {
            running.decrementAndGet();
        }
    }

    /**
     * Does all that is due at {@code now}, on the caller's thread.
     *
     * @return whether anything was done
     */
    boolean drain(Instant now) {
        boolean any = false;
        while (!stopping && runSlice(now)) {
            any = true;
        }
        return any;
    }

    /**
     * A server interrupts its threads for reasons of its own: one whose last request took long, though it has begun
     * another. Left standing, the interrupt would end every wait for the channel at once, so that nothing is sent any
     * more while all of it stays due. Whether this node ends, {@link #stop} says.
     */
    private boolean runSlice(Instant now) {
        Thread.interrupted();
        try {
            return work.runSlice(now);
        } catch (RuntimeException failure) {
            // One failing kind must not stop the others; the rows stay due and the next tick tries again.
            LOG.log(
                    Level.ERROR,
                    "Due work ''{0}'' failed and will be tried again: {1}",
                    work.name(),
                    FailureSummary.of(failure));
            return false;
        }
    }
}
