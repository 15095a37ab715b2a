package jp.anpi.messaging.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.anpi.foundation.Counted;
import jp.anpi.foundation.DueRow;
import jp.anpi.foundation.SetAside;
import jp.anpi.messaging.BackOff;
import jp.anpi.messaging.Delivery;
import jp.anpi.messaging.OutboxMessage;

/** Keeps what became of attempts, and tells the owners, in the sender's transaction. */
@ApplicationScoped
public class Settlement {

    private static final Logger LOG = System.getLogger(Settlement.class.getName());

    /** Before its retry key gets too old, under a fresh one of which all would begin anew. */
    private static final Duration REFUSED_AT_MOST = Duration.ofHours(22);

    /** A message that goes on under its id, to some of its recipients, and the one for the others. */
    record Parts(OutboxMessage first, OutboxMessage rest) {}

    /** What the channel said about a claimed message. */
    record Outcome(ClaimedMessage claim, Delivery delivery) {
        OutboxMessage message() {
            return claim.message();
        }
    }

    private record Failure(Delivery delivery, int attempts) {}

    @Inject
    private OutboxTable table;

    @Inject
    private DeliveryOwners owners;

    @Inject
    private QuotaLedger ledger;

    @Inject
    private HeldMessages holding;

    @Inject
    private SetAside setAside;

    @Inject
    private Event<Counted> counted;

    void settle(List<Outcome> outcomes, Instant at) {
        count(outcomes);
        List<OutboxMessage> accepted = messagesWith(outcomes, Delivery.Accepted.class);
        if (!accepted.isEmpty()) {
            table.settle(ids(accepted), "ACCEPTED", at);
            owners.each(accepted, (owner, own) -> owner.accepted(own, at));
        }
        drop(messagesWith(outcomes, Delivery.NobodyLeft.class), at);
        // Where the channel does not work it fails for many, and in the same way.
        outcomes.stream()
                .collect(groupingBy(
                        outcome ->
                                new Failure(outcome.delivery(), outcome.claim().attempts()),
                        LinkedHashMap::new,
                        mapping(Outcome::message, toList())))
                .forEach((failure, messages) -> settleFailure(failure, messages, at));
        outcomes.forEach(outcome -> settleRefusal(outcome, at));
        ledger.settled(outcomes, at);
    }

    private void count(List<Outcome> outcomes) {
        outcomes.stream()
                .collect(groupingBy(
                        outcome -> Map.of("kind", outcome.message().kind(), "outcome", name(outcome.delivery())),
                        summingInt(outcome -> outcome.claim().recipients())))
                .forEach((labels, recipients) -> counted.fire(new Counted("anpi_deliveries", labels, recipients)));
    }

    private static String name(Delivery delivery) {
        boolean unknown = delivery instanceof Delivery.Unavailable unavailable && unavailable.maybeAccepted();
        String name = unknown ? "Unknown" : delivery.getClass().getSimpleName();
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** There was no time to try these: they are the next to go. */
    void notTried(List<OutboxMessage> messages, Instant at) {
        owners.each(messages, (owner, own) -> owner.unseen(own, at));
        ledger.notTried(messages, at);
    }

    /** Somebody else announced them again meanwhile, and counted them again. */
    void takenOver(List<OutboxMessage> messages, Instant at) {
        ledger.notTried(messages, at);
    }

    private void settleFailure(Failure failure, List<OutboxMessage> messages, Instant at) {
        Delivery delivery = failure.delivery();
        if (reachedNobody(delivery)) {
            owners.each(messages, (owner, own) -> owner.unseen(own, at));
        }
        if (delivery instanceof Delivery.TooFast slowDown) {
            table.slowDown(messages, at.plus(BackOff.afterTooFast(failure.attempts())), slowDown.error());
        } else if (delivery instanceof Delivery.QuotaUsedUp usedUp) {
            settleUsedUp(messages, usedUp.error(), at);
        } else if (delivery instanceof Delivery.Unavailable unavailable) {
            postpone(
                    messages,
                    BackOff.afterFailure(failure.attempts()),
                    unavailable.error(),
                    unavailable.maybeAccepted(),
                    at);
        }
    }

    /** What may wait does until there is room; the rest is tried again, but nothing else waits for it (E-9). */
    private void settleUsedUp(List<OutboxMessage> messages, String error, Instant at) {
        Map<Boolean, List<OutboxMessage>> byPatience = messages.stream()
                .collect(partitioningBy(message -> message.priority().mayWait()));
        holding.hold(byPatience.get(true), at);
        List<OutboxMessage> urgent = byPatience.get(false);
        if (!urgent.isEmpty()) {
            postpone(urgent, BackOff.LONGEST, error, false, at);
            owners.each(urgent, (owner, own) -> owner.refused(own, at));
        }
    }

    private static boolean reachedNobody(Delivery delivery) {
        return delivery instanceof Delivery.TooFast
                || delivery instanceof Delivery.QuotaUsedUp
                || delivery instanceof Delivery.Refused
                || delivery instanceof Delivery.WordsRefused
                || delivery instanceof Delivery.Unavailable unavailable && !unavailable.maybeAccepted();
    }

    private void settleRefusal(Outcome outcome, Instant at) {
        if (outcome.delivery() instanceof Delivery.Refused refused) {
            settleRefusal(outcome.claim(), refused.error(), at);
        } else if (outcome.delivery() instanceof Delivery.WordsRefused refused) {
            LOG.log(
                    Level.ERROR,
                    "THE CHANNEL REFUSES THE WORDS OF MESSAGES OF KIND {0}, whoever they are for: {1}",
                    outcome.message().kind(),
                    refused.error());
            goOnWithout(outcome.claim(), refused.error(), at);
        }
    }

    /** One spoilt recipient must not cost the others their message: halves are tried until it stands alone (E-20). */
    private void settleRefusal(ClaimedMessage claim, String error, Instant at) {
        OutboxMessage message = claim.message();
        LOG.log(Level.WARNING, "The channel refused a message of kind " + message.kind() + ": " + error);
        int size = message.recipients().size();
        if (size > 1) {
            int half = size / 2;
            replace(message, List.of(slice(message, 0, half), slice(message, half, size)), at);
        } else {
            goOnWithout(claim, error, at);
        }
    }

    /** It is tried again for most of a day, but nothing waits for it; then somebody has to look (E-20). */
    private void goOnWithout(ClaimedMessage claim, String error, Instant at) {
        List<OutboxMessage> message = List.of(claim.message());
        DueRow row = new DueRow(
                claim.message().organizationId(), claim.message().id().toString());
        boolean again = claim.firstAttemptAt()
                .map(first -> first.plus(REFUSED_AT_MOST).isAfter(at))
                .orElse(true);
        if (again) {
            postpone(message, BackOff.LONGEST, error, false, at);
        }
        owners.each(message, (owner, own) -> owner.refused(own, at));
        if (!again) {
            LOG.log(Level.WARNING, "Message {0} was refused for most of a day and is given up: {1}", row.key(), error);
            table.settle(ids(message), "SET_ASIDE", at);
            owners.each(message, (owner, own) -> owner.dropped(own, at));
        }
        setAside.failed(
                OutboxSender.NAME,
                row,
                error,
                at,
                Optional.of(at.plus(BackOff.LONGEST)).filter(next -> again));
    }

    private void postpone(
            List<OutboxMessage> messages, Duration wait, String error, boolean maybeAccepted, Instant at) {
        table.postpone(messages, at.plus(wait), error, maybeAccepted);
        owners.each(messages, (owner, own) -> {
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

    /** The first so many recipients keep the message; the others get one of their own. */
    Parts split(OutboxMessage message, int first, Instant at) {
        OutboxMessage kept = slice(message, 0, first);
        OutboxMessage others = slice(message, first, message.recipients().size());
        OutboxMessage rest = part(others, UUID.randomUUID(), others.recipients(), others.references());
        table.insert(List.of(rest), at);
        owners.each(List.of(message), (owner, own) -> owner.replaced(message, List.of(kept, rest)));
        return new Parts(kept, rest);
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
