package jp.anpi.messaging.internal;

import java.time.Instant;
import java.util.Optional;
import jp.anpi.messaging.OutboxMessage;

/**
 * A message on its way.
 *
 * @param attempts attempts so far; also tells whether another node has begun one since
 * @param firstAttemptAt when its retry key was first used
 * @param outcomeUnknown whether an attempt ended without an answer: people may have it already
 * @param triedWithSeveral whether an attempt was for more people than there are now
 */
record ClaimedMessage(
        OutboxMessage message,
        int attempts,
        Optional<Instant> firstAttemptAt,
        boolean outcomeUnknown,
        boolean triedWithSeveral) {

    int recipients() {
        return message.recipients().size();
    }

    /** The same on its way to fewer people. */
    ClaimedMessage with(OutboxMessage narrowed) {
        boolean several = narrowed != message && firstAttemptAt.isPresent();
        return new ClaimedMessage(narrowed, attempts, firstAttemptAt, outcomeUnknown, triedWithSeveral || several);
    }

    ClaimedMessage onceMore() {
        return new ClaimedMessage(message, attempts + 1, firstAttemptAt, outcomeUnknown, triedWithSeveral);
    }
}
