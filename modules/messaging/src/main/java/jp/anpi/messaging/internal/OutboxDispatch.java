package jp.anpi.messaging.internal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.anpi.foundation.DueRow;
import jp.anpi.messaging.MessageChannel;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.messaging.Priority;

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

    @Inject
    private OutboxTable table;

    @Inject
    private DeliveryOwners owners;

    @Inject
    private MessageChannel channel;

    @Inject
    private Settlement settlement;

    @Inject
    private QuotaGate gate;

    @Inject
    private Clock clock;

    /** Announces attempts for the next messages, nothing less urgent than that among them. */
    public Announced announce(Instant now, Priority leastUrgent, int most) {
        return announce(table.claim(now, leastUrgent, most), now);
    }

    /** Announces an attempt for this message, where it is due. */
    public Announced announceOne(UUID message, Instant now) {
        return announce(table.claimOne(message, now), now);
    }

    /** The next messages. */
    public List<DueRow> next(Instant now, Priority leastUrgent, int most) {
        return table.next(now, leastUrgent, most);
    }

    /** The message is tried again later. */
    public void setAside(UUID message, Instant until) {
        table.defer(message, until);
    }

    /**
     * The message fails before it gets to the channel, or after: as with one that the channel refuses, nothing should wait for
     * it (E-20). Nobody can read what it says, so that its owner is told without.
     */
    public void cannotBeWorked(UUID message, Instant now) {
        List<OutboxMessage> unsaid = table.withoutContent(message).stream().toList();
        owners.each(unsaid, (owner, own) -> {
            owner.postponed(own, now);
            owner.refused(own, now);
        });
    }

    private Announced announce(List<ClaimedMessage> claims, Instant now) {
        if (claims.isEmpty()) {
            return new Announced(false, List.of());
        }
        List<OutboxMessage> messages =
                claims.stream().map(ClaimedMessage::message).toList();
        Map<UUID, Instant> deferred = owners.notBefore(messages, now);
        // The last look: what made one of them superfluous while that was asked is seen.
        Map<UUID, Set<Long>> wanted = owners.stillWanted(messages);
        List<ClaimedMessage> possible = new ArrayList<>();
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
                possible.add(claim.with(narrowed));
            }
        }
        settlement.drop(unwanted, now);
        List<ClaimedMessage> going =
                gate.admit(possible, now).stream().map(ClaimedMessage::onceMore).toList();
        List<OutboxMessage> announced =
                going.stream().map(ClaimedMessage::message).toList();
        Set<OutboxMessage> asClaimed = Collections.newSetFromMap(new IdentityHashMap<>());
        asClaimed.addAll(messages);
        table.narrow(announced.stream()
                .filter(message -> !asClaimed.contains(message))
                .toList());
        table.announceAttempts(announced, now);
        owners.each(announced, (owner, own) -> owner.announced(own, now));
        return new Announced(true, going);
    }

    /** Sends what was announced and settles what became of it. */
    public void send(List<ClaimedMessage> announced) {
        Set<UUID> ours = table.reclaim(announced);
        List<ClaimedMessage> claims = announced.stream()
                .filter(claim -> ours.contains(claim.message().id()))
                .toList();
        Volley volley = new Volley(
                channel.prepare(claims.stream().map(ClaimedMessage::message).toList()), Volley.SETTING_OUT);
        Volley.Result result = volley.fire(claims);
        Instant at = clock.instant();
        settlement.settle(result.outcomes(), at);
        settlement.notTried(result.notTried(), at);
        settlement.takenOver(
                announced.stream()
                        .map(ClaimedMessage::message)
                        .filter(message -> !ours.contains(message.id()))
                        .toList(),
                at);
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
