package jp.anpi.benchmarks.workbench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.anpi.launcher.LaunchFailure;

/** Writes a crowd down in time before it falls due, going by how long the crowd before it took. */
public final class Lead {

    /** Besides three times what the crowd before it took. */
    private static final Duration LEAST = Duration.ofSeconds(10);

    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final Crowds crowds;
    private final Clock clock;
    private Duration taken = Duration.ZERO;
    private int people = 1;

    /** For crowds of this database. */
    public Lead(Crowds crowds, Clock clock) {
        this.crowds = crowds;
        this.clock = clock;
    }

    /**
     * Has a crowd written down that falls due soon.
     *
     * @param writing does it, for the instant it is given
     * @throws LaunchFailure when it was not done in time
     */
    public Crowd dueSoon(int size, Function<Instant, Crowd> writing) {
        Instant due = clock.instant()
                .plus(LEAST)
                .plus(taken.multipliedBy(3L * Math.max(1, size / people)))
                .truncatedTo(ChronoUnit.SECONDS);
        Crowd crowd = writeDown(size, () -> writing.apply(due));
        if (!clock.instant().plus(MARGIN).isBefore(due)) {
            throw new LaunchFailure("this machine was too slow to prepare " + size + " people in time");
        }
        return crowd;
    }

    /** Has a crowd written down that falls due in a future that the product does not look at yet. */
    public Crowd dueLater(int size, Function<Instant, Crowd> writing) {
        Instant due = clock.instant().truncatedTo(ChronoUnit.MICROS).plus(40, ChronoUnit.DAYS);
        return writeDown(size, () -> writing.apply(due));
    }

    private Crowd writeDown(int size, Supplier<Crowd> writing) {
        long begin = System.nanoTime();
        Crowd crowd = writing.get();
        crowds.settle();
        taken = Duration.ofNanos(System.nanoTime() - begin);
        people = size;
        return crowd;
    }
}
