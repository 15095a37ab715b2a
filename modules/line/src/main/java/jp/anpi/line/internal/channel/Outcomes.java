package jp.anpi.line.internal.channel;

import java.io.IOException;
import jp.anpi.messaging.Delivery;

/**
 * What an answer, or its absence, means for a message with a retry key.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#status-codes">Status codes</a>
 * @see <a href="https://developers.line.biz/en/docs/messaging-api/retrying-api-request/">Retry failed API requests</a>
 */
final class Outcomes {

    private Outcomes() {}

    static Delivery accepted() {
        return new Delivery.Accepted();
    }

    static Delivery of(Throwable failure) {
        IOException known = Failures.known(failure);
        if (known instanceof RefusedByLineException refused) {
            return of(refused);
        }
        return known instanceof NoAnswerException none
                ? new Delivery.Unavailable(none.getMessage(), none.written())
                : accepted();
    }

    private static Delivery of(RefusedByLineException refused) {
        return switch (refused.status()) {
            case 409 -> conflict(refused);
            case 429 -> tooMany(refused);
            case 401, 502, 503 -> new Delivery.Unavailable(refused.summary(), refused.sentTwice());
            case 408 -> new Delivery.Unavailable(refused.summary(), true);
            default ->
                refused.status() >= 500 || refused.status() < 400
                        ? new Delivery.Unavailable(refused.summary(), true)
                        : new Delivery.Refused(refused.summary());
        };
    }

    /** Also at a first attempt: the HTTP client may have sent it twice by itself. */
    private static Delivery conflict(RefusedByLineException refused) {
        boolean accepted = refused.alreadyAccepted() || refused.getMessage().contains("already accepted");
        return accepted ? accepted() : new Delivery.Unavailable(refused.summary(), true);
    }

    /** LINE gives "wait a second" and "wait for next month" the same status. */
    private static Delivery tooMany(RefusedByLineException refused) {
        return refused.getMessage().contains("monthly limit")
                ? new Delivery.QuotaUsedUp(refused.summary())
                : new Delivery.TooFast(refused.summary());
    }
}
