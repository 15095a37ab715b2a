package jp.anpi.messaging.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import jp.anpi.messaging.Priority;
import jp.anpi.messaging.QuotaLevel;
import jp.anpi.messaging.QuotaReading;
import jp.anpi.messaging.ReserveEstimate.FollowUps;

/**
 * The arithmetic of the month's messages (E-9): what is left, what is kept back, and who may still use how much. All
 * numbers count recipients.
 *
 * @param used what the channel had counted at the last reading, or should have
 * @param reported what it said then
 * @param readAt of the last reading; empty before the first
 * @param sent accepted by the channel since then, or under way
 * @param refusedAt when the channel said, after the last reading, that nothing is left
 * @param level as staff were last told
 */
public record MessageQuota(
        int organizationId,
        OptionalLong limit,
        long used,
        long reported,
        Optional<Instant> readAt,
        long sent,
        FollowUps followUps,
        Optional<Instant> refusedAt,
        QuotaLevel level) {

    /** The reserve is at least one part in so many of the limit. */
    private static final int LEAST_RESERVE = 20;

    /** Announcements leave so much beyond the reserve to the questions: one part in so many of the limit. */
    private static final int LEFT_BY_ANNOUNCEMENTS = 10;

    /** Staff are warned when no more than one part in so many is left. */
    private static final int LOW = 5;

    /** A refusal is believed for so long where the channel tells no figures after it. */
    private static final Duration REFUSAL_HOLDS = Duration.ofHours(1);

    /** What the month still holds; empty where that is not known, or unlimited. */
    OptionalLong remaining(Instant now) {
        if (refused(now)) {
            return OptionalLong.of(0);
        }
        return limit.isPresent() && readInMonthOf(now)
                ? OptionalLong.of(Math.max(0, limit.getAsLong() - used - sent))
                : OptionalLong.empty();
    }

    /** What reminders, alerts and all-clears are sure of. */
    long reserve() {
        return Math.max(share(LEAST_RESERVE), followUps.open());
    }

    /**
     * How many of so many recipients a message may go to. A question needs room for itself and for what it may lead to,
     * so that whoever is asked can also be reminded, and told about.
     */
    int fitting(Priority priority, int recipients, Instant now) {
        OptionalLong remaining = remaining(now);
        if (!priority.mayWait() || remaining.isEmpty()) {
            return recipients;
        }
        long left = remaining.getAsLong();
        long questions =
                Math.min(left - share(LEAST_RESERVE), Math.floorDiv(left - followUps.open(), 1 + followUps.each()));
        long room = priority == Priority.CHECK_IN
                ? questions
                : Math.min(questions, left - reserve() - share(LEFT_BY_ANNOUNCEMENTS));
        return (int) Math.max(0, Math.min(recipients, room));
    }

    QuotaLevel levelAt(Instant now) {
        OptionalLong remaining = remaining(now);
        if (remaining.isEmpty()) {
            return QuotaLevel.NORMAL;
        }
        if (remaining.getAsLong() == 0) {
            return QuotaLevel.USED_UP;
        }
        if (fitting(Priority.CHECK_IN, 1, now) == 0) {
            return QuotaLevel.RESERVE;
        }
        boolean low = remaining.getAsLong() <= share(LOW) || fitting(Priority.ANNOUNCEMENT, 1, now) == 0;
        return low ? QuotaLevel.LOW : QuotaLevel.NORMAL;
    }

    /** So many get a message. */
    MessageQuota spend(Priority priority, int recipients) {
        return counting(sent + recipients, followUps.open() + led(priority, recipients));
    }

    /** So many did not get theirs after all. */
    MessageQuota giveBack(Priority priority, int recipients) {
        return counting(Math.max(0, sent - recipients), Math.max(0, followUps.open() - led(priority, recipients)));
    }

    /** The channel said that nothing is left. */
    MessageQuota refuse(Instant at) {
        return new MessageQuota(organizationId, limit, used, reported, readAt, sent, followUps, Optional.of(at), level);
    }

    /**
     * After a reading. The channel may be behind with its counting: what it should have known by what it said the last
     * time counts as used until the next reading.
     *
     * @param counted of what was sent since the last reading, so much was so before this one began
     */
    MessageQuota read(QuotaReading reading, FollowUps needed, long counted, Instant now) {
        long expected = readInMonthOf(now) ? reported + counted : 0;
        return new MessageQuota(
                organizationId,
                reading.limit(),
                Math.max(reading.used(), expected),
                reading.used(),
                Optional.of(now),
                Math.max(0, sent - counted),
                needed,
                Optional.empty(),
                level);
    }

    MessageQuota told(QuotaLevel now) {
        return new MessageQuota(organizationId, limit, used, reported, readAt, sent, followUps, refusedAt, now);
    }

    boolean readInMonthOf(Instant now) {
        return readAt.filter(read -> QuotaMonth.same(read, now)).isPresent();
    }

    private boolean refused(Instant now) {
        return refusedAt
                .filter(refused -> QuotaMonth.same(refused, now) && now.isBefore(refused.plus(REFUSAL_HOLDS)))
                .isPresent();
    }

    private MessageQuota counting(long nowSent, long nowOpen) {
        return new MessageQuota(
                organizationId,
                limit,
                used,
                reported,
                readAt,
                nowSent,
                new FollowUps(nowOpen, followUps.each()),
                refusedAt,
                level);
    }

    /** Reminders and alerts are what the reserve was kept for: they lead to nothing new. */
    private long led(Priority priority, int recipients) {
        return priority == Priority.CHECK_IN ? recipients * followUps.each() : 0;
    }

    /** One part in so many of the limit, rounded up. */
    private long share(int parts) {
        return limit.isPresent() ? (limit.getAsLong() + parts - 1) / parts : 0;
    }
}
