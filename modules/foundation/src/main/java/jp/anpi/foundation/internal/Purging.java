package jp.anpi.foundation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import jp.anpi.foundation.DueWork;
import jp.anpi.foundation.FailureSummary;
import jp.anpi.foundation.Purge;

/** Removes once a day, on each node, what has been kept long enough; in batches, after everything else. */
@ApplicationScoped
public class Purging implements DueWork {

    static final int AT_ONCE = 5_000;

    private static final Logger LOG = System.getLogger(Purging.class.getName());
    private static final Duration BETWEEN = Duration.ofDays(1);

    private Clock clock;
    private Iterable<Purge> purges;
    private final Set<Class<?>> finished = new HashSet<>();
    private volatile Instant nextAt = Instant.MIN;

    /** For the proxy. */
    public Purging() {}

    @Inject
    Purging(Clock clock, @Any Instance<Purge> purges) {
        this(clock, (Iterable<Purge>) purges);
    }

    Purging(Clock clock, Iterable<Purge> purges) {
        this.clock = clock;
        this.purges = purges;
    }

    @Override
    public String name() {
        return "purging";
    }

    @Override
    public int order() {
        return 300;
    }

    /** Never late and nothing to wait for: it happens beside other work. */
    @Override
    public String firstDue() {
        return "select cast(null as timestamptz)";
    }

    @Override
    public boolean hasNews() {
        return !clock.instant().isBefore(nextAt);
    }

    @Override
    public synchronized boolean runSlice(Instant now) {
        if (now.isBefore(nextAt)) {
            return false;
        }
        boolean more = false;
        for (Purge purge : purges) {
            more |= !finished.contains(purge.getClass()) && isMoreAfter(purge, now);
        }
        if (!more) {
            finished.clear();
            nextAt = now.plus(BETWEEN);
        }
        return more;
    }

    /** One that fails stops no other; it is its turn again tomorrow. */
    private boolean isMoreAfter(Purge purge, Instant now) {
        boolean more = false;
        try {
            more = purge.purge(now.minus(Purge.KEPT), AT_ONCE) >= AT_ONCE;
        } catch (RuntimeException failure) {
            LOG.log(Level.ERROR, "What is old could not be removed: {0}", FailureSummary.of(failure));
        }
        if (!more) {
            finished.add(purge.getClass());
        }
        return more;
    }
}
