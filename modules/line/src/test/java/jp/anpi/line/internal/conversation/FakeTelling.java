package jp.anpi.line.internal.conversation;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.anpi.escalation.WhoIsTold;
import jp.anpi.membership.WatchLink;
import jp.anpi.membership.WatchLinks;

/** Who is told, in memory: by LINE whoever watches, and by mail alone those who have blocked us. */
final class FakeTelling implements WhoIsTold {

    /** Watchers whom no alert reaches. */
    final Set<Long> beyondReach = new HashSet<>();

    /** Whether the rules tell anybody of a silence. */
    boolean rulesTell = true;

    /** Whether an alert reached anybody before it was over. */
    boolean alertArrived = true;

    private final WatchLinks links;

    FakeTelling(WatchLinks links) {
        this.links = links;
    }

    @Override
    public List<WatchLink> inReach(int organizationId, Collection<Long> participantIds) {
        return participantIds.stream()
                .flatMap(id -> watchers(organizationId, id).map(watcher -> new WatchLink(id, watcher)))
                .toList();
    }

    private Stream<Long> watchers(int organizationId, long participantId) {
        return links.watchersOf(organizationId, participantId).stream()
                .map(watcher -> watcher.id())
                .filter(id -> !beyondReach.contains(id));
    }

    @Override
    public Told ofSilence(int organizationId, long participantId) {
        return rulesTell ? told(organizationId, participantId) : new Told(0, false);
    }

    @Override
    public Told ofCallForHelp(int organizationId, long participantId) {
        return told(organizationId, participantId);
    }

    @Override
    public Told ofEnd(int organizationId, long participantId, Instant at) {
        return alertArrived ? told(organizationId, participantId) : new Told(0, false);
    }

    private Told told(int organizationId, long participantId) {
        int watchers = (int) watchers(organizationId, participantId).count();
        return new Told(watchers, watchers == 0);
    }
}
