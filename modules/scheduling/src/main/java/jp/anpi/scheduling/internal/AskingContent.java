package jp.anpi.scheduling.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;
import jp.anpi.scheduling.CheckInOffer;

/** What a question or reminder says: the same for everyone asked at that instant, so that 500 share one request. */
final class AskingContent {

    /** A question this much after its time is late: it apologizes, and waits for the delivery window (E-8). */
    static final Duration TOLERANCE = Duration.ofMinutes(10);

    private static final String DUE = "due";
    private static final String LATE = "late";

    private AskingContent() {}

    /** @param catchUp whether it makes up for our own fault, which makes it late however soon it comes */
    static Map<String, String> of(CheckInOffer offer, Instant due, boolean catchUp, Instant now) {
        boolean late = catchUp || late(due, now);
        ZonedDateTime shown = (late ? now : due).atZone(offer.zone());
        return Map.of(
                "day",
                shown.toLocalDate().toString(),
                "hour",
                Integer.toString(shown.getHour()),
                "quote",
                offer.quoteShown() ? "yes" : "no",
                LATE,
                late ? "yes" : "no",
                DUE,
                due.toString());
    }

    static boolean late(Map<String, String> content, Instant now) {
        return content.get(LATE).equals("yes") || late(due(content), now);
    }

    static boolean late(Instant due, Instant now) {
        return due.plus(TOLERANCE).isBefore(now);
    }

    static Instant due(Map<String, String> content) {
        return Instant.parse(content.get(DUE));
    }
}
