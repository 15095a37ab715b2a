package jp.anpi.scheduling;

import java.util.Collection;
import java.util.Set;

/**
 * Who wrote something that was received but not worked yet, perhaps an OK: nobody is alerted about them before that is
 * done (E-8). Implemented by the adapter of a messaging platform.
 */
public interface UnreadAnswers {

    /**
     * Those among the participants of whom something waits. What failed several times is not waited for.
     *
     * <p>One statement for up to thousands of ids.
     */
    Set<Long> among(int organizationId, Collection<Long> participantIds);
}
