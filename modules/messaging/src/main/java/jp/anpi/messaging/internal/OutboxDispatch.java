package jp.anpi.messaging.internal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jp.anpi.foundation.DueRow;
import jp.anpi.messaging.Delivery;
import jp.anpi.messaging.MessageChannel;
import jp.anpi.messaging.OutboxMessage;

/**
 * The two transactions of a sending (E-17).
 *
 * <p>The first looks once more whether each message is still wanted, and keeps that an attempt begins. The second holds
 * the rows locked while the channel is asked, and settles the outcome. A crash releases the lock, and whoever sends the
 * row next uses the same retry key, so that nobody gets it twice.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OutboxDispatch {

    /** LINE forgets a retry key after 24 hours; a margin keeps a slow attempt inside. */
    private static final Duration RETRY_KEY_LIFE = Duration.ofHours(23);

    /** Longer than any limit of the channel's own: the last resort, so that nothing hangs for ever. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private static final Delivery SILENT = new Delivery.Unavailable("The channel never answered", true);

    @Inject
    private OutboxTable table;

    @Inject
    private DeliveryOwners owners;

    @Inject
    private MessageChannel channel;

    @Inject
    private Settlement settlement;

    @Inject
    private Clock clock;

    /** Announces attempts for the next messages. */
    public Announced announce(Instant now, int most) {
        return announce(table.claim(now, most), now);
    }

    /** Announces an attempt for this message, where it is due. */
    public Announced announceOne(UUID message, Instant now) {
        return announce(table.claimOne(message, now), now);
    }

    /** The next messages. */
    public List<DueRow> next(Instant now, int most) {
        return table.next(now, most);
    }

    /** The message is tried again later. */
    public void setAside(UUID message, Instant until) {
        table.defer(message, until);
    }

    private Announced announce(List<ClaimedMessage> claims, Instant now) {
        if (claims.isEmpty()) {
            return new Announced(false, List.of());
        }
        List<OutboxMessage> messages =
                claims.stream().map(ClaimedMessage::message).toList();
        Map<UUID, Set<Long>> wanted = owners.stillWanted(messages);
        Map<UUID, Instant> deferred = owners.notBefore(messages, now);
        List<ClaimedMessage> going = new ArrayList<>();
        List<OutboxMessage> unwanted = new ArrayList<>();
        for (ClaimedMessage claim : claims) {
            UUID id = claim.message().id();
            OutboxMessage narrowed = narrow(claim.message(), wanted.get(id));
            if (narrowed == null) {
                unwanted.add(claim.message());
            } else if (deferred.containsKey(id)) {
                table.defer(id, deferred.get(id));
            } else if (keyTooOld(claim, now)) {
                settlement.replace(claim.message(), List.of(narrowed), now);
            } else {
                going.add(new ClaimedMessage(narrowed, claim.attempts() + 1, claim.firstAttemptAt()));
            }
        }
        settlement.drop(unwanted, now);
        table.announceAttempts(going, now);
        owners.each(going.stream().map(ClaimedMessage::message).toList(), (owner, own) -> owner.announced(own, now));
        return new Announced(true, going);
    }

    /** Sends what was announced and settles what became of it. */
    public void send(List<ClaimedMessage> announced) {
        List<ClaimedMessage> claims = table.reclaim(announced);
        List<CompletableFuture<Delivery>> deliveries = claims.stream()
                .map(claim -> channel.send(claim.message())
                        .toCompletableFuture()
                        .completeOnTimeout(SILENT, LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS))
                .toList();
        List<Settlement.Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            outcomes.add(new Settlement.Outcome(claims.get(i), deliveries.get(i).join()));
        }
        settlement.settle(outcomes, clock.instant());
    }

    private static boolean keyTooOld(ClaimedMessage claim, Instant now) {
        return claim.firstAttemptAt()
                .map(first -> !first.plus(RETRY_KEY_LIFE).isAfter(now))
                .orElse(false);
    }

    /** The message for those recipients who still want it; null when there is none. */
    private static OutboxMessage narrow(OutboxMessage message, Set<Long> wanted) {
        if (wanted == null || wanted.isEmpty()) {
            return null;
        }
        if (wanted.size() == message.recipients().size()) {
            return message;
        }
        List<Long> recipients = new ArrayList<>();
        List<Long> references = new ArrayList<>();
        for (int i = 0; i < message.recipients().size(); i++) {
            if (wanted.contains(message.recipients().get(i))) {
                recipients.add(message.recipients().get(i));
                references.add(message.references().get(i));
            }
        }
        return Settlement.part(message, message.id(), recipients, references);
    }

    /**
     * @param any whether any message was due
     * @param going those to send
     */
    public record Announced(boolean any, List<ClaimedMessage> going) {}
}
