package jp.anpi.foundation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What happens to the rows of a slice that failed as a whole: each is worked alone, and the one that fails again is set
 * aside for a while, so that it stops nobody else's questions and alerts (E-20). Where it is the database that fails, no
 * row is to blame and none set aside: all of them stay due.
 */
@ApplicationScoped
public class OneByOne {

    /** How long a row that fails waits. */
    public static final Duration WAIT = Duration.ofMinutes(15);

    private static final Logger LOG = System.getLogger(OneByOne.class.getName());

    private SetAside setAside;

    /** For the proxy. */
    public OneByOne() {}

    @Inject
    public OneByOne(SetAside setAside) {
        this.setAside = setAside;
    }

    /**
     * @param work the name of the kind
     * @param together the slice
     * @param due its rows, asked for only when it failed
     * @param alone one of them in a transaction of its own
     * @param putOff lets the row that fails fall due again after {@link #WAIT}
     * @return whether anything was due
     */
    public boolean ifTogetherFails(
            String work,
            Instant now,
            BooleanSupplier together,
            Supplier<List<DueRow>> due,
            Consumer<DueRow> alone,
            Consumer<DueRow> putOff) {
        try {
            return together.getAsBoolean();
        } catch (RuntimeException failure) {
            PassingFailure.rethrow(failure);
            LOG.log(Level.WARNING, "A slice failed, its rows go one by one: {0}", FailureSummary.of(failure));
            return each(work, now, due.get(), alone, putOff);
        }
    }

    private boolean each(String work, Instant now, List<DueRow> rows, Consumer<DueRow> alone, Consumer<DueRow> putOff) {
        for (DueRow row : rows) {
            try {
                alone.accept(row);
            } catch (RuntimeException failure) {
                PassingFailure.rethrow(failure);
                String error = FailureSummary.of(failure);
                LOG.log(
                        Level.ERROR,
                        "Row {0} of ''{1}'' fails and is set aside for a while: {2}",
                        row.key(),
                        work,
                        error);
                putOff.accept(row);
                setAside.failed(work, row, error, now, Optional.of(now.plus(WAIT)));
            }
        }
        return !rows.isEmpty();
    }
}
