package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.anpi.escalation.IncidentCause;
import jp.anpi.escalation.MessageKinds;
import jp.anpi.escalation.WhoIsTold;
import jp.anpi.membership.DeathNoted;
import jp.anpi.membership.Member;
import jp.anpi.membership.MemberLeaving;
import jp.anpi.membership.Role;
import jp.anpi.membership.TeamLeft;
import jp.anpi.membership.WatchEnded;
import jp.anpi.membership.WatchLink;
import jp.anpi.membership.WatchLinks;
import jp.anpi.messaging.Outbox;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.messaging.Priority;
import jp.anpi.scheduling.Subject;

/** Nobody believes to watch, or to be watched, who is not any more. */
@ApplicationScoped
public class DepartureNews {

    @Inject
    private WhoIsTold whoIsTold;

    @Inject
    private AnotherWay anotherWay;

    @Inject
    private WatchLinks watchLinks;

    @Inject
    private IncidentTable incidents;

    @Inject
    private WatcherIncidentTable theirs;

    @Inject
    private Outbox outbox;

    void leaving(@Observes MemberLeaving event) {
        Member member = event.member();
        List<IncidentRow> open = incidents.lockOfSubject(member.organizationId(), Subject.participant(member.id()));
        if (member.participant()) {
            tellThoseWhoWatch(member, open, event.at());
        }
        watcherGone(member, event.at());
        part(member, open, event.at());
    }

    /** Of what was open they hear no other end. */
    private void tellThoseWhoWatch(Member member, List<IncidentRow> open, Instant at) {
        Map<String, String> content = Map.of("number", member.number());
        List<Long> byLine = watchLinks.reachable(member.organizationId(), Set.of(member.id())).stream()
                .map(WatchLink::watcherId)
                .toList();
        send(member, MessageKinds.PARTICIPANT_LEFT, content, byLine, at);
        anotherWay.last(
                member.organizationId(),
                member.id(),
                open.stream().map(IncidentRow::id).toList(),
                MessageKinds.PARTICIPANT_LEFT,
                content,
                at);
    }

    /** Those whom a watcher watched who has died; of the death they learn from people. */
    void died(@Observes DeathNoted event) {
        watcherGone(event.member(), event.at());
    }

    private void watcherGone(Member member, Instant at) {
        if (member.watcher()) {
            List<Long> watched = watchLinks.watchedBy(member.organizationId(), member.id()).stream()
                    .map(Member::id)
                    .toList();
            send(member, MessageKinds.NO_WATCHER_LEFT, Map.of(), alone(member, watched), at);
        }
    }

    /** Staff took somebody out of a team: whoever watched is told, and whoever has nobody left. */
    void left(@Observes TeamLeft event) {
        Member member = event.member();
        boolean watcher = event.role() == Role.WATCHER;
        if (watcher && !event.unlinked().isEmpty()) {
            send(member, MessageKinds.TEAM_LEFT, Map.of(), List.of(member.id()), event.at());
        } else if (!watcher) {
            Map<String, String> content = Map.of("number", member.number());
            send(member, MessageKinds.WATCH_ENDED, content, event.unlinked(), event.at());
        }
        if (!event.unlinked().isEmpty()) {
            List<Long> alone = alone(member, watcher ? event.unlinked() : List.of(member.id()));
            send(member, MessageKinds.NO_WATCHER_LEFT, Map.of(), alone, event.at());
        }
    }

    /** Who ends it knows; the other is told, a participant where nobody is left whom an alert would reach. */
    void ended(@Observes WatchEnded event) {
        Member participant = event.participant();
        if (event.endedBy() == Role.PARTICIPANT) {
            List<Long> watcher = List.of(event.watcher().id());
            send(participant, MessageKinds.WATCH_ENDED, Map.of("number", participant.number()), watcher, event.at());
        } else {
            List<Long> alone = alone(event.watcher(), List.of(participant.id()));
            send(participant, MessageKinds.NO_WATCHER_LEFT, Map.of(), alone, event.at());
        }
    }

    /** A call for help stays with staff until one of them has seen it, though nobody can say any more whose it was (E-11). */
    private void part(Member member, List<IncidentRow> open, Instant at) {
        incidents.forget(member.organizationId(), Subject.participant(member.id()));
        open.forEach(incident -> {
            if (incident.cause() == IncidentCause.NEED_HELP) {
                calledAndLeft(incident, at);
            } else {
                incidents.close(incident, "CANCELLED", "SYSTEM", null, at);
            }
        });
    }

    private void calledAndLeft(IncidentRow incident, Instant at) {
        if (incident.takenBy().isPresent()) {
            theirs.untake(List.of(incident.id()), at);
        }
        incidents.left(incident, at);
    }

    /** Those of whom an alert would reach nobody but the one who goes (E-13). */
    private List<Long> alone(Member going, List<Long> participants) {
        Set<Long> alone = new LinkedHashSet<>(participants);
        whoIsTold.inReach(going.organizationId(), participants).stream()
                .filter(link -> link.watcherId() != going.id())
                .map(WatchLink::participantId)
                .forEach(alone::remove);
        return List.copyOf(alone);
    }

    private void send(Member member, String kind, Map<String, String> content, List<Long> recipients, Instant at) {
        outbox.enqueue(
                OutboxMessage.notices(member.organizationId(), Priority.REMINDER, kind, content, recipients, at));
    }
}
