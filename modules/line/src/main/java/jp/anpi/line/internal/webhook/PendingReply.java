package jp.anpi.line.internal.webhook;

import java.time.Instant;
import java.util.Optional;
import jp.anpi.line.internal.conversation.Answered;

/**
 * A reply that is due now that its event is worked.
 *
 * @param arrivedAt wall time from which the token's age is counted
 */
public record PendingReply(
        int organizationId, Optional<String> lineUserId, String replyToken, Instant arrivedAt, Answered answered) {

    /** Empty where nothing is to be said, or nobody can be answered. */
    static Optional<PendingReply> to(WaitingEvent waiting, LineEvent event, Answered answered) {
        return event.replyToken()
                .filter(token -> !answered.replies().isEmpty())
                .map(token -> new PendingReply(
                        waiting.key().organizationId(), event.lineUserId(), token, waiting.arrivedAt(), answered));
    }

    @Override
    public String toString() {
        return "PendingReply[" + organizationId + ", arrivedAt=" + arrivedAt + "]";
    }
}
