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
            case 400, 413, 422 -> new Delivery.Refused(refused.summary());
            case 408 -> new Delivery.Unavailable(refused.summary(), true);
            // The other answers to a wrong request are about the account or about us, not about these people.
            default ->
                new Delivery.Unavailable(refused.summary(), refused.sentTwice() || maybeWorked(refused.status()));
        };
    }

    private static boolean maybeWorked(int status) {
        return status < 400 || status >= 500 && status != 502 && status != 503;
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
