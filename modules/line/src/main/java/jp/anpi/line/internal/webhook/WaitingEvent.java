package jp.anpi.line.internal.webhook;

import java.time.Instant;

/**
 * An event whose row this transaction holds.
 *
 * @param occurredAt when the person did it, as the platform says
 * @param arrivedAt wall time
 */
record WaitingEvent(
        WebhookEvents.Key key, Instant occurredAt, Instant arrivedAt, String payload, boolean failedBefore) {
    @Override
    public String toString() {
        return "WaitingEvent[" + key + "]";
    }
}
