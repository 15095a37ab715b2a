package jp.anpi.admin.internal.announce;

import jp.anpi.admin.internal.Words;
import jp.anpi.announcements.Reach;
import jp.anpi.messaging.QuotaStatus;

/**
 * Whom an announcement would reach and what that costs, in words.
 *
 * @param people who gets it
 * @param besides who is meant but does not get it; blank where there is nobody
 * @param messages so many of the month's, and how many are left
 * @param warning where there is no room for all of it; blank otherwise
 */
public record Cost(String people, String besides, String messages, String warning) {

    static Cost of(Reach reach, Words words) {
        String away = reach.away() > 0 ? words.of("announce.cost.away", reach.away()) : "";
        String blocked = reach.outOfReach() > 0 ? words.of("announce.cost.blocked", reach.outOfReach()) : "";
        return new Cost(
                words.of("people", "%,d".formatted(reach.people())),
                away + blocked,
                messages(reach, words),
                warning(reach, words));
    }

    private static String messages(Reach reach, Words words) {
        String cost = "%,d".formatted(reach.people());
        return reach.quota()
                .filter(status -> status.remaining().isPresent())
                .map(status -> words.of("announce.cost.of", cost, "%,d".formatted(room(status))))
                .orElseGet(() -> words.of("announce.cost.unlimited", cost));
    }

    private static String warning(Reach reach, Words words) {
        if (reach.people() == 0) {
            return words.of("announce.cost.nobody");
        }
        return reach.fits() ? "" : words.of("announce.cost.too-many");
    }

    /** What is left for announcements, beside what is kept for alerts. */
    private static long room(QuotaStatus status) {
        return Math.max(0, status.remaining().orElseThrow() - status.reserve());
    }
}
