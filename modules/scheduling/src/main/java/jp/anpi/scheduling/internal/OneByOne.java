package jp.anpi.scheduling.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.LongConsumer;
import jp.anpi.foundation.FailureSummary;

/**
 * What happens to the rows of a slice that failed as a whole: each is worked alone, and the one that fails again is set
 * aside, so that it stops nobody else's questions and alerts (E-20).
 */
final class OneByOne {

    private static final Logger LOG = System.getLogger(OneByOne.class.getName());

    private OneByOne() {}

    /** @return whether there was any row */
    static boolean work(String what, List<Long> ids, LongConsumer work, LongConsumer setAside) {
        for (long id : ids) {
            try {
                work.accept(id);
            } catch (RuntimeException failure) {
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
}
