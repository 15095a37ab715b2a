package jp.anpi.foundation;

import java.time.Instant;
import java.util.Optional;

/**
 * One kind of work that falls due: rows in the database, never timers in memory.
 *
 * <p>The tick of every node runs all kinds until nothing is due; the manual clock walks from one due instant to the
 * next. Both use this interface, so that what is shown in fast-forward is what happens at night.
 *
 * <p>Implementations claim rows with {@code FOR UPDATE SKIP LOCKED} (E-18), do a bounded slice in one transaction
 * (E-17), and cost the same when nothing is due, whatever the number of people (E-19).
 */
public interface DueWork {

    /** A short name for logs and metrics, in lower case with hyphens. */
    String name();

    /** Kinds due at the same instant run in this order, lowest first. */
    int order();

    /**
     * A query of one value: when the oldest undone work falls due. It may lie in the past; {@code -infinity} stands for
     * the present, null for no work at all.
     *
     * <p>All kinds are asked in one statement, so that a tick with nothing due costs one question (E-19). It takes no
     * parameters, for PostgreSQL would plan it anew each time.
     */
    String firstDue();

    /**
     * Looks closer where something is due: work may have to wait for something else than the time.
     *
     * @return when the first falls due of what need not wait
     */
    default Optional<Instant> firstThatNeedNotWait(Instant first, Instant now) {
        return Optional.of(first);
    }

    /** Whether it is bad when this is late; not where it only serves another kind, which then is late itself. */
    default boolean mayBeLate() {
        return true;
    }

    /** Whether there is something to do now of which the database does not know yet. */
    default boolean hasNews() {
        return false;
    }

    /**
     * Does one bounded slice of what is due at {@code now}.
     *
     * @return whether anything was done, so that the caller asks again
     */
    boolean runSlice(Instant now);

    /** How many slices of this kind may run side by side on one node. */
    default int parallelism() {
        return 1;
    }
}
