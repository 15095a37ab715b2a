package jp.anpi.messaging.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.anpi.messaging.Outbox;
import jp.anpi.messaging.OutboxMessage;

/** The outbox as others see it. */
@ApplicationScoped
public class OutboxBean implements Outbox {

    @Inject
    private OutboxTable table;

    @Inject
    private Clock clock;

    @Override
    public void enqueue(Collection<OutboxMessage> messages) {
        if (!messages.isEmpty()) {
            table.insert(messages, clock.instant());
        }
    }

    @Override
    public void lookAgain(int organizationId, Set<String> kinds, Instant waitingUntil, Instant now) {
        table.lookAgain(organizationId, kinds, waitingUntil, now);
    }

    @Override
    public Map<UUID, OutboxMessage> find(Collection<UUID> ids) {
        return table.find(ids).stream().collect(Collectors.toMap(OutboxMessage::id, Function.identity()));
    }
}
