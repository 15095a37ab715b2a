package jp.anpi.membership;

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

    /** Everyone who watches this participant, reachable or not. */
    List<Member> watchersOf(int organizationId, long participantId);

    /** Everyone whom this watcher watches. */
    List<Member> watchedBy(int organizationId, long watcherId);
}
