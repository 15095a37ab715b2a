package jp.anpi.messaging.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import jp.anpi.messaging.DeliveryOwner;
import jp.anpi.messaging.OutboxMessage;

/** Finds the owner of each kind. A kind that nobody owns is always wanted, and nobody asks what became of it. */
@ApplicationScoped
public class DeliveryOwners {

    @Inject
    @Any
    private Instance<DeliveryOwner> owners;

    Map<UUID, Set<Long>> stillWanted(List<OutboxMessage> messages) {
        Map<UUID, Set<Long>> wanted = new HashMap<>();
        messages.forEach(message -> wanted.put(message.id(), new HashSet<>(message.recipients())));
        each(messages, (owner, own) -> {
            own.forEach(message -> wanted.put(message.id(), Set.of()));
            wanted.putAll(owner.stillWanted(own));
        });
        return wanted;
    }

    Map<UUID, Instant> notBefore(List<OutboxMessage> messages, Instant now) {
        Map<UUID, Instant> deferred = new HashMap<>();
        each(messages, (owner, own) -> deferred.putAll(owner.notBefore(own, now)));
        return deferred;
    }

    /** Calls each owner once with all the messages that are its own. */
    void each(Collection<OutboxMessage> messages, BiConsumer<DeliveryOwner, List<OutboxMessage>> action) {
        if (messages.isEmpty()) {
            return;
        }
        for (DeliveryOwner owner : owners) {
            Set<String> kinds = owner.kinds();
            List<OutboxMessage> own = messages.stream()
                    .filter(message -> kinds.contains(message.kind()))
                    .collect(Collectors.toList());
            if (!own.isEmpty()) {
                action.accept(owner, own);
            }
        }
    }
}
