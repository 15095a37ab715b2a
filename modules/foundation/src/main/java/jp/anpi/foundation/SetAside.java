package jp.anpi.foundation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one list of rows that fail (E-20): kept in the database, shown to staff, counted at {@code /metrics}. Each method
 * joins its caller's transaction where there is one.
 */
public interface SetAside {

    /**
     * This row failed. It leaves the list by itself once its next attempt lies behind its kind of work.
     *
     * @param nextAttemptAt empty: it will not be tried again by itself
     */
    void failed(String work, DueRow row, String error, Instant now, Optional<Instant> nextAttemptAt);

    /** This row needs nobody any more: it was worked, or is gone. */
    void forget(String work, String key);

    /** Those of an organization that fail for the longest time. */
    List<SetAsideRow> of(int organizationId, int most);

    /** How many of each kind of work. */
    Map<String, Long> count();
}
