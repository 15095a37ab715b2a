package jp.anpi.foundation.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import jp.anpi.foundation.DueWork;
import jp.anpi.foundation.FailureSummary;

/** Drains one kind of work, in the background with bounded parallelism or by whoever calls. */
final class WorkRunner {

    private static final Logger LOG = System.getLogger(WorkRunner.class.getName());

    private final DueWork work;
    private final AtomicInteger running = new AtomicInteger();
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
        try {
            executor.execute(() -> drainInBackground(now, afterSlice));
        } catch (RejectedExecutionException shuttingDown) {
            running.decrementAndGet();
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

    private boolean runSlice(Instant now) {
        try {
            return work.runSlice(now);
        } catch (RuntimeException failure) {
            // One failing kind must not stop the others; the rows stay due and the next tick tries again.
            LOG.log(
                    Level.ERROR,
                    "Due work {0} failed and will be tried again: {1}",
                    work.name(),
                    FailureSummary.of(failure));
            return false;
        }
    }
}
