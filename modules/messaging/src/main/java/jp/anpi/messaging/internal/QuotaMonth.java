package jp.anpi.messaging.internal;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/** The month that messages are counted in: LINE's, which is Japan's, wherever the organization is. */
final class QuotaMonth {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private QuotaMonth() {}

    static boolean same(Instant one, Instant other) {
        return of(one).equals(of(other));
    }

    /** The first instant of the next one. */
    static Instant endOf(Instant instant) {
        return of(instant).plusMonths(1).atDay(1).atStartOfDay(JAPAN).toInstant();
    }

    private static YearMonth of(Instant instant) {
        return YearMonth.from(instant.atZone(JAPAN));
    }
}
