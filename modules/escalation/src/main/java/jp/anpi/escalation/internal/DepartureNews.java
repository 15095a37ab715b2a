package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.anpi.escalation.MessageKinds;
import jp.anpi.escalation.internal.elsewhere.AddressBook;
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
    private AddressBook addresses;

    @Inject
    private WatchLinks watchLinks;

    @Inject
    private IncidentTable incidents;

    @Inject
    private Outbox outbox;

    void leaving(@Observes MemberLeaving event) {
        Member member = event.member();
        if (member.participant()) {
            send(
                    member,
                    MessageKinds.PARTICIPANT_LEFT,
                    Map.of("number", member.number()),
                    reachable(member),
                    event.at());
        }
        watcherGone(member, event.at());
        closeIncidents(event);
    }

    /** Those whom a watcher watched who has died; of the death they learn from people. */
    void died(@Observes DeathNoted event) {
        watcherGone(event.member(), event.at());
    }

    private void watcherGone(Member member, Instant at) {
        if (member.watcher()) {
            List<Long> alone = watchLinks.watchedBy(member.organizationId(), member.id()).stream()
                    .filter(participant -> watchedByNobodyElse(participant, member))
                    .map(Member::id)
                    .toList();
            send(member, MessageKinds.NO_WATCHER_LEFT, Map.of(), alone, at);
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
        Set<Long> alone = new HashSet<>(watcher ? event.unlinked() : List.of(member.id()));
        watchLinks.reachable(event.organizationId(), Set.copyOf(alone)).stream()
                .map(WatchLink::participantId)
                .forEach(alone::remove);
        if (!event.unlinked().isEmpty()) {
            send(member, MessageKinds.NO_WATCHER_LEFT, Map.of(), List.copyOf(alone), event.at());
        }
    }

    /** Who ends it knows; the other is told, a participant where nobody is left whom an alert would reach. */
    void ended(@Observes WatchEnded event) {
        Member participant = event.participant();
        if (event.endedBy() == Role.PARTICIPANT) {
            List<Long> watcher = List.of(event.watcher().id());
            send(participant, MessageKinds.WATCH_ENDED, Map.of("number", participant.number()), watcher, event.at());
        } else if (reachable(participant).isEmpty()) {
            send(participant, MessageKinds.NO_WATCHER_LEFT, Map.of(), List.of(participant.id()), event.at());
        }
    }

    private void closeIncidents(MemberLeaving event) {
        Member member = event.member();
        Subject subject = Subject.participant(member.id());
        incidents
                .lockOfSubject(member.organizationId(), subject)
                .forEach(incident -> incidents.close(incident, "CANCELLED", "SYSTEM", null, event.at()));
        incidents.forget(member.organizationId(), subject);
    }

    private boolean watchedByNobodyElse(Member participant, Member leaving) {
        return reachable(participant).stream().allMatch(watcher -> watcher == leaving.id());
    }

    /** Whom an alert would reach (E-13): who has blocked us only where they confirmed an address (E-9). */
    private List<Long> reachable(Member participant) {
        int organization = participant.organizationId();
        Set<Long> watched = Set.of(participant.id());
        List<Long> beyondLine = watchers(watchLinks.outOfReach(organization, watched));
        return Stream.concat(
                        watchers(watchLinks.reachable(organization, watched)).stream(),
                        addresses.confirmed(organization, beyondLine).stream().map(AddressBook.Entry::memberId))
                .toList();
    }

    private static List<Long> watchers(List<WatchLink> links) {
        return links.stream().map(WatchLink::watcherId).toList();
    }

    private void send(Member member, String kind, Map<String, String> content, List<Long> recipients, Instant at) {
        outbox.enqueue(
                OutboxMessage.notices(member.organizationId(), Priority.REMINDER, kind, content, recipients, at));
    }
}
