package jp.anpi.messaging.internal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.messaging.QuotaReading;
import jp.anpi.messaging.ReserveEstimate.FollowUps;

/** The transactions after a look at the quota: its account is renewed, and what was held goes as far as there is room. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class QuotaRenewal {

    private static final int AT_ONCE = 40;

    @Inject
    private QuotaTable quotas;

    @Inject
    private QuotaLedger ledger;

    @Inject
    private HeldTable held;

    @Inject
    private DeliveryOwners owners;

    @Inject
    private Settlement settlement;

    /** The channel told. */
    public MessageQuota keep(QuotaTable.Due due, QuotaReading reading, FollowUps followUps, Instant now) {
        return ledger.read(quota(due), reading, followUps, due.sent(), now);
    }

    /** The channel did not tell. */
    public MessageQuota keep(QuotaTable.Due due, Instant now) {
        return ledger.unread(quota(due), now);
    }

    private MessageQuota quota(QuotaTable.Due due) {
        return quotas.lock(due.organizationId()).orElseThrow();
    }

    /**
     * Releases the next messages that there is room for. Those that nobody waits for any more, such as a question that
     * the next one has superseded, are dropped and take no room.
     *
     * @return the account as it will be once they are sent; empty when no more can be released
     */
    public Optional<MessageQuota> release(MessageQuota quota, Instant now) {
        return release(quota, held.claimHeld(quota.organizationId(), AT_ONCE), now);
    }

    /** The same of this message alone. */
    public Optional<MessageQuota> release(MessageQuota quota, UUID message, Instant now) {
        return release(quota, held.claimHeld(message), now);
    }

    /** Messages of the next release. */
    public List<UUID> next(int organization) {
        return held.next(organization, AT_ONCE);
    }

    /** Whoever sends it sees what is wrong with it, and sets it aside. */
    public void handOver(UUID message) {
        held.release(Set.of(message));
    }

    private Optional<MessageQuota> release(MessageQuota quota, List<ClaimedMessage> claims, Instant now) {
        List<OutboxMessage> waiting =
                claims.stream().map(ClaimedMessage::message).toList();
        Map<UUID, Set<Long>> wanted = owners.stillWanted(waiting);
        List<OutboxMessage> unwanted = new ArrayList<>();
        Set<UUID> released = new HashSet<>();
        MessageQuota left = quota;
        boolean room = !waiting.isEmpty();
        for (OutboxMessage message : waiting) {
            int recipients = wanted.getOrDefault(message.id(), Set.of()).size();
            int fitting = left.fitting(message.priority(), recipients, now);
            room = recipients == 0 || fitting > 0;
            if (!room) {
                break;
            }
            if (recipients == 0) {
                unwanted.add(message);
            } else {
                released.add(message.id());
                left = left.spend(message.priority(), fitting);
            }
        }
        settlement.drop(unwanted, now);
        held.release(released);
        return room ? Optional.of(left) : Optional.empty();
    }
}
