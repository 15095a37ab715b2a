package jp.anpi.messaging.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import jp.anpi.messaging.OutboxMessage;

/** Holds back what the month's messages have no room for: it waits, unlooked at, and costs no attempt (E-9). */
@ApplicationScoped
public class HeldMessages {

    /** How many of the same kind follow at once; few enough that an alert need not wait. */
    private static final int AT_ONCE = 40;

    @Inject
    private HeldTable table;

    @Inject
    private DeliveryOwners owners;

    void hold(List<OutboxMessage> messages, Instant at) {
        if (!messages.isEmpty()) {
            table.hold(messages.stream().map(OutboxMessage::id).toList(), at);
            owners.each(messages, (owner, own) -> owner.postponed(own, at));
        }
    }

    /** Where there is no room for this one, there is none for others like it that are due. */
    void holdOthersLike(OutboxMessage message, Instant now) {
        List<ClaimedMessage> others = table.claimDue(message.organizationId(), message.priority(), now, AT_ONCE);
        hold(others.stream().map(ClaimedMessage::message).toList(), now);
    }
}
