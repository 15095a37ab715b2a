package jp.anpi.membership;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Who watches whom. Nobody watches themselves; a pair in several teams is one link. */
public interface WatchLinks {

    /**
     * The reachable watchers of many participants, in one statement (E-7: looked up when a step fires).
     *
     * @return each pair once, ordered by participant
     */
    List<WatchLink> reachable(int organizationId, Collection<Long> participantIds);

    /** Those who watch these participants and whom the messaging platform does not reach, each pair once. */
    List<WatchLink> outOfReach(int organizationId, Collection<Long> participantIds);

    /** Everyone who watches this participant, reachable or not. */
    List<Member> watchersOf(int organizationId, long participantId);

    /** Everyone whom this watcher watches. */
    List<Member> watchedBy(int organizationId, long watcherId);

    /**
     * Ends the watching of one person by one other, in whatever teams they share, and fires {@link WatchEnded}. It
     * begins again when one of the two accepts an invitation that leads to the other.
     *
     * @param endedBy which of the two wants it
     * @return false where there is nothing to end
     */
    boolean end(int organizationId, long participantId, long watcherId, Role endedBy, Instant now);
}
