package jp.anpi.messaging.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import jp.anpi.messaging.Delivery;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.messaging.QuotaLevel;
import jp.anpi.messaging.QuotaReading;
import jp.anpi.messaging.ReserveEstimate.FollowUps;

/**
 * Keeps the account of the month's messages, in the sender's transactions: what is announced counts at once, so that
 * several nodes together do not overdraw it, and what was not accepted is given back (E-9). Says once in the log when it
 * runs short, and once when it does no more.
 *
 * <p>The row of an organization is the last thing that a transaction of a sending locks, but for what only that sending
 * touches.
 */
@ApplicationScoped
public class QuotaLedger {

    /** How long until the next look while messages are short: what was held goes within the hour of relief. */
    static final Duration SOON = Duration.ofMinutes(15);

    /** A reading older than this is renewed before anything waits for long because of it. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private static final Logger LOG = System.getLogger(QuotaLedger.class.getName());

    @Inject
    QuotaTable table;

    /**
     * Decides how many recipients of each message can be sent to, most urgent first, and counts those of the messages
     * that can be sent to any.
     *
     * @return by message id
     */
    Map<UUID, Integer> admit(List<ClaimedMessage> claims, Instant now) {
        Set<Integer> organizations =
                claims.stream().map(claim -> claim.message().organizationId()).collect(toSet());
        Map<Integer, MessageQuota> before = new TreeMap<>();
        table.lockLimited(organizations).forEach(quota -> before.put(quota.organizationId(), quota));
        Map<Integer, MessageQuota> after = new TreeMap<>(before);
        Map<UUID, Integer> admitted = new HashMap<>();
        for (ClaimedMessage claim : claims) {
            MessageQuota quota = after.get(claim.message().organizationId());
            int fitting = quota == null ? claim.recipients() : fitting(claim, quota, now);
            admitted.put(claim.message().id(), fitting);
            if (quota != null) {
                after.put(quota.organizationId(), quota.spend(claim.message().priority(), fitting));
            }
            if (fitting < claim.recipients()) {
                readSoon(quota.organizationId(), now);
            }
        }
        after.values().forEach(quota -> store(quota, now));
        return admitted;
    }

    /** What may have reached people already is only asked about once more: the channel knows its retry key. */
    private static int fitting(ClaimedMessage claim, MessageQuota quota, Instant now) {
        return claim.outcomeUnknown()
                ? claim.recipients()
                : quota.fitting(claim.message().priority(), claim.recipients(), now);
    }

    /** What became of announced messages. */
    void settled(List<Settlement.Outcome> outcomes, Instant at) {
        Map<Integer, List<Settlement.Outcome>> failed = outcomes.stream()
                .filter(outcome -> !(outcome.delivery() instanceof Delivery.Accepted))
                .collect(groupingBy(outcome -> outcome.message().organizationId(), TreeMap::new, toList()));
        failed.forEach((organization, own) -> {
            boolean refused = own.stream().anyMatch(outcome -> outcome.delivery() instanceof Delivery.QuotaUsedUp);
            List<MessageQuota> known =
                    refused ? table.lock(organization).stream().toList() : table.lockLimited(Set.of(organization));
            known.forEach(quota -> store(givenBack(refused ? quota.refuse(at) : quota, own), at));
            if (refused) {
                readSoon(organization, at);
            }
        });
    }

    /** There was no time to send these: they count when they are announced again. */
    void notTried(List<OutboxMessage> messages, Instant at) {
        Map<Integer, List<OutboxMessage>> byOrganization =
                messages.stream().collect(groupingBy(OutboxMessage::organizationId, TreeMap::new, toList()));
        byOrganization.forEach(
                (organization, own) -> table.lockLimited(Set.of(organization)).forEach(quota -> {
                    MessageQuota after = quota;
                    for (OutboxMessage message : own) {
                        after = after.giveBack(
                                message.priority(), message.recipients().size());
                    }
                    store(after, at);
                }));
    }

    private static MessageQuota givenBack(MessageQuota quota, List<Settlement.Outcome> failed) {
        MessageQuota after = quota;
        for (Settlement.Outcome outcome : failed) {
            after = after.giveBack(outcome.message().priority(), outcome.claim().recipients());
        }
        return after;
    }

    /**
     * A reading of the channel's.
     *
     * @param counted see {@link MessageQuota#read}
     */
    MessageQuota read(MessageQuota quota, QuotaReading reading, FollowUps followUps, long counted, Instant now) {
        return store(quota.read(reading, followUps, counted, now), now);
    }

    /** Nothing new is known, but time has passed. */
    MessageQuota unread(MessageQuota quota, Instant now) {
        return store(quota, now);
    }

    private void readSoon(int organization, Instant now) {
        table.readSoon(organization, now, now.plus(SOON), now.minus(FRESH));
    }

    private MessageQuota store(MessageQuota quota, Instant now) {
        QuotaLevel level = quota.levelAt(now);
        MessageQuota told = quota.told(level);
        table.store(told);
        if (level != quota.level()) {
            say(quota.level(), told, now);
        }
        return told;
    }

    private static void say(QuotaLevel before, MessageQuota quota, Instant now) {
        String figures = "The month's messages of organization %d: %s, was %s; %s left of %s, reserve %d"
                .formatted(
                        quota.organizationId(),
                        quota.level(),
                        before,
                        quota.remaining(now).isPresent() ? quota.remaining(now).getAsLong() : "any number",
                        quota.limit().isPresent() ? quota.limit().getAsLong() : "no known limit",
                        quota.reserve());
        boolean worse = quota.level().compareTo(before) > 0;
        LOG.log(worse ? Level.WARNING : Level.INFO, figures + consequence(quota.level()));
    }

    private static String consequence(QuotaLevel level) {
        return switch (level) {
            case NORMAL -> "";
            case LOW -> ". ANNOUNCEMENTS MAY WAIT";
            case RESERVE -> ". NOBODY IS ASKED HOW THEY ARE UNTIL THERE ARE MORE; reminders and alerts go on";
            case USED_UP -> ". NOT EVEN ALERTS GO OUT OVER LINE";
        };
    }
}
