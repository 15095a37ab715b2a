package jp.anpi.line.internal.webhook;

import java.time.Instant;
import java.util.List;

/**
 * What LINE delivered in one request, verified.
 *
 * @param events in the order in which they happened, which their times alone do not always tell
 * @param arrivedAt wall time
 */
record ReceivedDelivery(int organizationId, List<ArrivedEvent> events, Instant receivedAt, Instant arrivedAt) {}
