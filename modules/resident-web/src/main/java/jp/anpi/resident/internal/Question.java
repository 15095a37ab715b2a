package jp.anpi.resident.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A question to the database that is answered within seconds, also where the database neither answers nor refuses: it is
 * put aside in one background task, never more than one at a time.
 */
@Dependent
public class Question<T> {

    private static final int PATIENCE_SECONDS = 3;

    @Resource
    private ManagedExecutorService executor;

    private Future<T> pending;

    /** That there is no answer, and why, in words for an operator. */
    public static final class Unanswered extends Exception {

        private static final long serialVersionUID = 1L;

        Unanswered(String reason) {
            super(reason);
        }
    }

    /** @throws Unanswered in time */
    public synchronized T ask(Callable<T> question) throws Unanswered {
        try {
            if (pending == null) {
                pending = executor.submit(question);
            }
            T answer = pending.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            pending = null;
            return answer;
        } catch (TimeoutException silent) {
            throw new Unanswered("the database does not answer");
        } catch (ExecutionException | RejectedExecutionException failed) {
            pending = null;
            throw new Unanswered("the database cannot be asked");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Unanswered("stopping");
        }
    }
}
