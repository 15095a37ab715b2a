package jp.anpi.membership;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * Those who are members no more and are still to read that staff took them out. Nothing but the LINE account is kept of
 * them, until that one message is on its way, and no longer than {@link #DAYS}.
 */
public interface Farewells {

    int DAYS = 1;

    /** Keeps the account of a member who has just left; of one who has blocked us there is nothing to keep. */
    void keep(Member gone, Instant now);

    /** The LINE user ids that are kept, by the ids of the members that they were; none of whom has registered again. */
    Map<Long, String> lineUserIds(int organizationId, Collection<Long> memberIds);

    void forget(int organizationId, Collection<Long> memberIds);
}
