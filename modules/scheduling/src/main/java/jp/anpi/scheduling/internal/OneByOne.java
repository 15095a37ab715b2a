package jp.anpi.scheduling.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import jp.anpi.foundation.FailureSummary;
import jp.anpi.foundation.PassingFailure;

/**
 * What happens to the rows of a slice that failed as a whole: each is worked alone, and the one that fails again is set
 * aside, so that it stops nobody else's questions and alerts (E-20). Where it is the database that fails, no row is to
 * blame and none set aside: all of them stay due.
 */
final class OneByOne {

    static final Duration SET_ASIDE_FOR = Duration.ofMinutes(15);

    private static final Logger LOG = System.getLogger(OneByOne.class.getName());

    private OneByOne() {}

    /**
     * @param together the slice
     * @param due its rows, asked for only when it failed
     * @param alone one of them in a transaction of its own
     * @param setAside puts off the row that fails
     * @return whether anything was due
     */
    static boolean ifTogetherFails(
            String what,
            BooleanSupplier together,
            Supplier<List<Long>> due,
            LongConsumer alone,
            LongConsumer setAside) {
        try {
            return together.getAsBoolean();
        } catch (RuntimeException failure) {
            rethrowPassing(failure);
            LOG.log(Level.WARNING, "A slice failed, its rows go one by one: {0}", FailureSummary.of(failure));
            return each(what, due.get(), alone, setAside);
        }
    }

    private static boolean each(String what, List<Long> ids, LongConsumer alone, LongConsumer setAside) {
        for (long id : ids) {
            try {
                alone.accept(id);
            } catch (RuntimeException failure) {
                rethrowPassing(failure);
                LOG.log(
                        Level.ERROR,
                        "{0} {1} fails and is set aside for a while: {2}",
                        what,
                        Long.toString(id),
                        FailureSummary.of(failure));
                setAside.accept(id);
            }
        }
        return !ids.isEmpty();
    }

    private static void rethrowPassing(RuntimeException failure) {
        if (PassingFailure.is(failure)) {
            throw failure;
        }
    }
}
