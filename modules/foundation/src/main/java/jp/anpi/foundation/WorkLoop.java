package jp.anpi.foundation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Runs all {@link DueWork}: called by the tick, woken by arrivals, and walked by the manual clock. */
public interface WorkLoop {

    /** Does everything due now, in order of kinds, until nothing more is due. Failures of one kind stop no other. */
    void runDue();

    /** Something of this kind has just arrived: works it soon, in the background, at the next tick at the latest. */
    void wake(DueWork work);

    /** Why this node does no due work although it lives; empty where it does. */
    default Optional<String> standstill() {
        return Optional.empty();
    }

    /**
     * When the next work falls due; empty where there is none, and while the manual clock moves: what is done on the way
     * decides about it, and whoever asks for the time then, such as the simulator at each message, need not cost a question.
     */
    Optional<Instant> nextDue();

    /** How late each kind of work is, by its name. On a manual clock nothing is: what waits for the clock is on time. */
    Map<String, Lateness> lateness();

    /**
     * Moves the manual clock, executing everything that falls due on the way at its own instant.
     *
     * @return the instant arrived at
     * @throws IllegalStateException when the clock is not manual
     * @throws RuntimeException when the database could not be asked what is due; the time has passed all the same
     * @throws java.util.concurrent.CancellationException when the product is stopped on the way
     */
    Instant advance(Duration by);
}
