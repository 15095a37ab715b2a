package jp.anpi.messaging.internal;

import java.time.Instant;
import java.util.Optional;
import jp.anpi.messaging.OutboxMessage;

/**
 * A message on its way.
 *
 * @param attempts attempts so far; also tells whether another node has begun one since
 * @param firstAttemptAt when its retry key was first used
 */
record ClaimedMessage(OutboxMessage message, int attempts, Optional<Instant> firstAttemptAt) {}
