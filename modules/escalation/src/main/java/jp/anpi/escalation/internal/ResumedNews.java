package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.anpi.escalation.MessageKinds;
import jp.anpi.escalation.internal.elsewhere.AddressBook;
import jp.anpi.escalation.internal.elsewhere.DeliveryTable;
import jp.anpi.escalation.internal.elsewhere.UrgentDelivery;
import jp.anpi.membership.Deaths;
import jp.anpi.membership.Member;
import jp.anpi.membership.WatchLink;
import jp.anpi.membership.WatchLinks;
import jp.anpi.messaging.DeliveryOwner;
import jp.anpi.messaging.OutboxMessage;

/**
 * The news that somebody is asked again after all, which nobody may miss: whoever believes that a person has died looks
 * after them no more. Where LINE refuses it or does not reach the watcher, it goes to the addresses that they left; one
 * way is enough then, for it is no alert.
 */
@ApplicationScoped
public class ResumedNews implements DeliveryOwner {

    private static final String INSTEAD_OF = "message";
    private static final String PARTICIPANT = "participant";

    @Inject
    private WatchLinks watchLinks;

    @Inject
    private AddressBook addresses;

    @Inject
    private DeliveryTable deliveries;

    @Inject
    private Deaths deaths;

    /** What it says, and of whom. */
    static Map<String, String> about(Member participant) {
        return Map.of("number", participant.number(), PARTICIPANT, Long.toString(participant.id()));
    }

    /** While it waited the death may have been noted again: then nobody is asked, and nobody shall read so. */
    boolean stillTrue(int organizationId, Map<String, String> content) {
        return Optional.ofNullable(content.get(PARTICIPANT))
                .filter(participant -> deaths.isNoted(organizationId, Long.parseLong(participant)))
                .isEmpty();
    }

    @Override
    public Set<String> kinds() {
        return Set.of(MessageKinds.ASKING_RESUMED);
    }

    /** Tells those watchers whom LINE does not reach at all. */
    void tellBeyondLine(int organizationId, long participant, Map<String, String> content, Instant now) {
        tell(
                organizationId,
                watchLinks.outOfReach(organizationId, Set.of(participant)).stream()
                        .map(WatchLink::watcherId)
                        .toList(),
                content,
                now);
    }

    private void tell(int organizationId, Collection<Long> recipients, Map<String, String> content, Instant now) {
        deliveries.insert(
                addresses.confirmed(organizationId, recipients).stream()
                        .map(address -> UrgentDelivery.of(
                                organizationId,
                                address.addressId(),
                                Optional.of(address.memberId()),
                                MessageKinds.ASKING_RESUMED,
                                content,
                                List.of(),
                                Optional.empty()))
                        .toList(),
                now);
    }

    @Override
    public Map<UUID, Set<Long>> stillWanted(List<OutboxMessage> messages) {
        Map<String, Set<Long>> toldElsewhere = toldElsewhere(messages);
        Map<UUID, Set<Long>> wanted = new HashMap<>();
        messages.forEach(message -> {
            Set<Long> untold = untold(message, toldElsewhere);
            if (!untold.isEmpty()) {
                wanted.put(message.id(), untold);
            }
        });
        return wanted;
    }

    @Override
    public void accepted(List<OutboxMessage> messages, Instant at) {
        // Nothing follows it.
    }

    @Override
    public void postponed(List<OutboxMessage> messages, Instant at) {
        // It keeps waiting as it is.
    }

    @Override
    public void refused(List<OutboxMessage> messages, Instant at) {
        tellInstead(messages, at);
    }

    @Override
    public void dropped(Collection<OutboxMessage> messages, Instant at) {
        tellInstead(messages, at);
    }

    private void tellInstead(Collection<OutboxMessage> messages, Instant at) {
        Map<String, Set<Long>> toldElsewhere = toldElsewhere(messages);
        messages.forEach(message -> {
            Map<String, String> content = new HashMap<>(message.content());
            content.put(INSTEAD_OF, message.id().toString());
            tell(message.organizationId(), untold(message, toldElsewhere), content, at);
        });
    }

    private Set<Long> untold(OutboxMessage message, Map<String, Set<Long>> toldElsewhere) {
        if (!stillTrue(message.organizationId(), message.content())) {
            return Set.of();
        }
        Set<Long> untold = new HashSet<>(message.recipients());
        untold.removeAll(toldElsewhere.getOrDefault(message.id().toString(), Set.of()));
        return untold;
    }

    private Map<String, Set<Long>> toldElsewhere(Collection<OutboxMessage> messages) {
        return deliveries.recipientsByContent(
                MessageKinds.ASKING_RESUMED,
                INSTEAD_OF,
                messages.stream().map(message -> message.id().toString()).toList());
    }
}
