package jp.anpi.foundation.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Threads for work that the next tick does where there is none. */
final class Background {

    private static final Logger LOG = System.getLogger(Background.class.getName());

    private Background() {}

    /** @return whether there was a thread for it; whoever brought the work need not know */
    static boolean started(Executor executor, String name, Runnable work) {
        try {
            executor.execute(work);
            return true;
        } catch (RejectedExecutionException | IllegalStateException busyOrShuttingDown) {
            LOG.log(Level.DEBUG, "No thread for {0}: {1}", name, busyOrShuttingDown.getClass());
            return false;
        }
    }
}
