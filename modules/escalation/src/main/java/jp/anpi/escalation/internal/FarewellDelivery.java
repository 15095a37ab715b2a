package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.anpi.escalation.MessageKinds;
import jp.anpi.membership.Farewells;
import jp.anpi.messaging.DeliveryOwner;
import jp.anpi.messaging.OutboxMessage;

/** The last message to somebody whom staff took out: once it is on its way, or will not be sent, nothing is kept of them. */
@ApplicationScoped
public class FarewellDelivery implements DeliveryOwner {

    @Inject
    private Farewells farewells;

    @Override
    public Set<String> kinds() {
        return Set.of(MessageKinds.FAREWELL);
    }

    /** Whoever has registered again knows. */
    @Override
    public Map<UUID, Set<Long>> stillWanted(List<OutboxMessage> messages) {
        return messages.stream().collect(Collectors.toMap(OutboxMessage::id, message -> farewells
                .lineUserIds(message.organizationId(), message.recipients())
                .keySet()));
    }

    @Override
    public void accepted(List<OutboxMessage> messages, Instant at) {
        forget(messages);
    }

    @Override
    public void postponed(List<OutboxMessage> messages, Instant at) {
        // It is tried again until the account is not kept any more.
    }

    @Override
    public void dropped(Collection<OutboxMessage> messages, Instant at) {
        forget(messages);
    }

    private void forget(Collection<OutboxMessage> messages) {
        messages.forEach(message -> farewells.forget(message.organizationId(), message.recipients()));
    }
}
