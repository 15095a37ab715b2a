package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import jp.anpi.escalation.MessageKinds;
import jp.anpi.membership.Role;
import jp.anpi.membership.TeamJoined;
import jp.anpi.messaging.Outbox;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.messaging.Priority;

/** Nobody is watched without knowing it, and nobody waits in vain for whom they invited. */
@ApplicationScoped
public class ArrivalNews {

    @Inject
    private Outbox outbox;

    /** Who joins reads to whom they are linked in the answer; the others are told, where it is new. */
    void joined(@Observes TeamJoined event) {
        String kind = event.role() == Role.WATCHER ? MessageKinds.WATCHER_JOINED : MessageKinds.PARTICIPANT_JOINED;
        outbox.enqueue(OutboxMessage.notices(
                event.organizationId(),
                Priority.REMINDER,
                kind,
                Map.of("number", event.member().number()),
                event.linked(),
                event.at()));
    }
}
