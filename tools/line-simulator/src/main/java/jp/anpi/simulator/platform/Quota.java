package jp.anpi.simulator.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import jp.anpi.simulator.chat.Via;

/**
 * What was delivered, counted as LINE bills it: people reached, not message objects; replies are free. Months and days
 * are those of Japan (https://developers.line.biz/en/docs/messaging-api/pricing/).
 *
 * <p>Safe for threads, because tests turn its limits while the product sends.
 */
public final class Quota {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final Map<YearMonth, Long> usedByMonth = new HashMap<>();
    private final Map<Via, Map<LocalDate, Long>> reachedByDay = new EnumMap<>(Via.class);
    private OptionalLong monthlyLimit;
    private long reportedLess;

    Quota(OptionalLong monthlyLimit) {
        this.monthlyLimit = monthlyLimit;
    }

    /** Empty where the plan knows no limit. */
    public synchronized OptionalLong monthlyLimit() {
        return monthlyLimit;
    }

    public synchronized void limitTo(long messages) {
        monthlyLimit = OptionalLong.of(messages);
    }

    public synchronized void unlimited() {
        monthlyLimit = OptionalLong.empty();
    }

    public synchronized long usedIn(Instant month) {
        return usedByMonth.getOrDefault(monthOf(month), 0L);
    }

    /** Counts messages sent by other means, e.g. by the account manager's own pages. */
    public synchronized void useElsewhere(Instant now, long messages) {
        usedByMonth.merge(monthOf(now), messages, Long::sum);
    }

    /** LINE calls its own figure approximate: this much is missing from what the API reports. */
    public synchronized void reportLess(long messages) {
        reportedLess = messages;
    }

    public synchronized long reported(Instant now) {
        return Math.max(0, usedIn(now) - reportedLess);
    }

    /** All or nothing: one person too many and nobody is reached. */
    synchronized void refuseBeyondLimit(Instant now, int people) {
        if (monthlyLimit.isPresent()) {
            long left = monthlyLimit.getAsLong() - usedIn(now);
            if (left <= 0 || people > left) {
                throw Refusal.monthlyLimit();
            }
        }
    }

    synchronized void count(Via via, Instant now, int people) {
        if (via != Via.REPLY) {
            usedByMonth.merge(monthOf(now), (long) people, Long::sum);
        }
        reachedByDay
                .computeIfAbsent(via, key -> new HashMap<>())
                .merge(now.atZone(JAPAN).toLocalDate(), (long) people, Long::sum);
    }

    /** How many were reached on a day by this way. */
    public synchronized long reached(Via via, LocalDate day) {
        return reachedByDay.getOrDefault(via, Map.of()).getOrDefault(day, 0L);
    }

    /** Statistics of a day are ready on the next one. */
    public boolean isReady(LocalDate day, Instant now) {
        return day.isBefore(now.atZone(JAPAN).toLocalDate());
    }

    private static YearMonth monthOf(Instant instant) {
        return YearMonth.from(instant.atZone(JAPAN));
    }
}
