package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.anpi.escalation.MessageKinds;
import jp.anpi.membership.Members;
import jp.anpi.membership.Role;
import jp.anpi.membership.TeamJoined;
import jp.anpi.membership.WatchLinks;
import jp.anpi.messaging.Outbox;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.messaging.Priority;

/** Nobody watches or is watched without knowing it, and nobody waits in vain for whom they invited. */
@ApplicationScoped
public class ArrivalNews {

    /** A message names so many people; who they all are stands on the member's own page. */
    private static final int MOST_NUMBERS = 5;

    @Inject
    private Outbox outbox;

    @Inject
    private Members members;

    @Inject
    private WatchLinks watchLinks;

    /**
     * The others are told who is new. Whoever accepts an invitation reads in the answer to whom they are linked; whom staff
     * put into a team is told, in one message about all of them.
     */
    void joined(@Observes TeamJoined event) {
        boolean watcher = event.role() == Role.WATCHER;
        send(
                event,
                watcher ? MessageKinds.WATCHER_JOINED : MessageKinds.PARTICIPANT_JOINED,
                Map.of("number", event.member().number()),
                event.linked());
        if (event.byStaff() && (!event.linked().isEmpty() || watcher && watchesNobody(event))) {
            send(
                    event,
                    watcher ? MessageKinds.ADDED_AS_WATCHER : MessageKinds.ADDED_AS_PARTICIPANT,
                    people(event),
                    List.of(event.member().id()));
        }
    }

    /** A participant whom nobody watches there has nothing to know yet; a watcher has become one. */
    private boolean watchesNobody(TeamJoined event) {
        return watchLinks.watchedBy(event.organizationId(), event.member().id()).isEmpty();
    }

    private Map<String, String> people(TeamJoined event) {
        List<Long> named = event.linked().stream().limit(MOST_NUMBERS).toList();
        Map<String, String> content = new HashMap<>();
        if (!named.isEmpty()) {
            Map<Long, String> numbers = members.numbers(event.organizationId(), named);
            content.put(
                    "numbers", String.join(",", named.stream().map(numbers::get).toList()));
        }
        if (event.linked().size() > named.size()) {
            content.put("more", String.valueOf(event.linked().size() - named.size()));
        }
        return content;
    }

    private void send(TeamJoined event, String kind, Map<String, String> content, List<Long> recipients) {
        outbox.enqueue(OutboxMessage.notices(
                event.organizationId(), Priority.REMINDER, kind, content, recipients, event.at()));
    }
}
