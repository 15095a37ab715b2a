package jp.anpi.messaging.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jp.anpi.messaging.BackOff;
import jp.anpi.messaging.Delivery;
import jp.anpi.messaging.OutboxMessage;

/** Keeps what became of attempts, and tells the owners, in the sender's transaction. */
@ApplicationScoped
public class Settlement {

    private static final Logger LOG = System.getLogger(Settlement.class.getName());

    /** What the channel said about a claimed message. */
    record Outcome(ClaimedMessage claim, Delivery delivery) {
        OutboxMessage message() {
            return claim.message();
        }
    }

    @Inject
    private OutboxTable table;

    @Inject
    private DeliveryOwners owners;

    void settle(List<Outcome> outcomes, Instant at) {
        List<OutboxMessage> accepted = messagesWith(outcomes, Delivery.Accepted.class);
        if (!accepted.isEmpty()) {
            table.settle(ids(accepted), "ACCEPTED", at);
            owners.each(accepted, (owner, own) -> owner.accepted(own, at));
        }
        drop(messagesWith(outcomes, Delivery.NobodyLeft.class), at);
        outcomes.forEach(outcome -> settleFailure(outcome, at));
    }

    private void settleFailure(Outcome outcome, Instant at) {
        int attempts = outcome.claim().attempts();
        Delivery delivery = outcome.delivery();
        if (reachedNobody(delivery)) {
            owners.each(List.of(outcome.message()), (owner, own) -> owner.unseen(own, at));
        }
        if (delivery instanceof Delivery.TooFast slowDown) {
            table.slowDown(outcome.message().id(), at.plus(BackOff.afterTooFast(attempts)), slowDown.error());
        } else if (delivery instanceof Delivery.QuotaUsedUp usedUp) {
            postpone(outcome.message(), BackOff.LONGEST, usedUp.error(), false, at);
            owners.each(List.of(outcome.message()), (owner, own) -> owner.refusedForNow(own, at));
        } else if (delivery instanceof Delivery.Unavailable unavailable) {
            postpone(
                    outcome.message(),
                    BackOff.afterFailure(attempts),
                    unavailable.error(),
                    unavailable.maybeAccepted(),
                    at);
        } else if (delivery instanceof Delivery.Refused refused) {
            settleRefusal(outcome.message(), refused.error(), at);
        }
    }

    private static boolean reachedNobody(Delivery delivery) {
        return delivery instanceof Delivery.TooFast
                || delivery instanceof Delivery.QuotaUsedUp
                || delivery instanceof Delivery.Refused
                || delivery instanceof Delivery.Unavailable unavailable && !unavailable.maybeAccepted();
    }

    /** One spoilt recipient must not cost the others their message: halves are tried until it stands alone (E-20). */
    private void settleRefusal(OutboxMessage message, String error, Instant at) {
        LOG.log(Level.WARNING, "The channel refused a message of kind " + message.kind() + ": " + error);
        int size = message.recipients().size();
        if (size > 1) {
            int half = size / 2;
            replace(message, List.of(slice(message, 0, half), slice(message, half, size)), at);
        } else {
            postpone(message, BackOff.LONGEST, error, false, at);
            owners.each(List.of(message), (owner, own) -> owner.refused(own, at));
        }
    }

    private void postpone(OutboxMessage message, Duration wait, String error, boolean maybeAccepted, Instant at) {
        table.postpone(message.id(), at.plus(wait), error, maybeAccepted);
        owners.each(List.of(message), (owner, own) -> {
            owner.postponed(own, at);
            if (maybeAccepted) {
                owner.uncertain(own, at);
            }
        });
    }

    void drop(Collection<OutboxMessage> messages, Instant at) {
        if (!messages.isEmpty()) {
            table.settle(ids(messages), "DROPPED", at);
            owners.each(messages, (owner, own) -> owner.dropped(own, at));
        }
    }

    /** The message goes on as parts with fresh retry keys. */
    void replace(OutboxMessage message, List<OutboxMessage> contents, Instant at) {
        List<OutboxMessage> parts = contents.stream()
                .map(content -> part(content, UUID.randomUUID(), content.recipients(), content.references()))
                .toList();
        table.settle(List.of(message.id()), "DROPPED", at);
        table.insert(parts, at);
        owners.each(List.of(message), (owner, own) -> owner.replaced(message, parts));
    }

    private static OutboxMessage slice(OutboxMessage message, int from, int until) {
        return part(
                message,
                message.id(),
                message.recipients().subList(from, until),
                message.references().subList(from, until));
    }

    static OutboxMessage part(OutboxMessage message, UUID id, List<Long> recipients, List<Long> references) {
        return new OutboxMessage(
                id,
                message.organizationId(),
                message.priority(),
                message.kind(),
                message.content(),
                recipients,
                references,
                message.referencesFrom(),
                message.referencesUntil(),
                message.notBefore(),
                message.postponed());
    }

    private static List<OutboxMessage> messagesWith(List<Outcome> outcomes, Class<? extends Delivery> kind) {
        List<OutboxMessage> messages = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (kind.isInstance(outcome.delivery())) {
                messages.add(outcome.message());
            }
        }
        return messages;
    }

    private static List<UUID> ids(Collection<OutboxMessage> messages) {
        return messages.stream().map(OutboxMessage::id).toList();
    }
}
