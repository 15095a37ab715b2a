package jp.anpi.simulator.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One POST to the webhook and what came of it.
 *
 * @param number counts from 1
 * @param at when it was sent, wall time
 * @param eventIds the {@code webhookEventId}s it carried
 * @param body as sent
 * @param status 0 where no answer came in time
 * @param took wall time
 */
public record WebhookDelivery(
        long number, Instant at, List<String> eventIds, String body, int status, Outcome outcome, Duration took) {

    /** The reasons of LINE's webhook error statistics. */
    public enum Outcome {
        OK,
        ERROR_STATUS_CODE,
        REQUEST_TIMEOUT,
        COULD_NOT_CONNECT
    }

    public boolean succeeded() {
        return outcome == Outcome.OK;
    }
}
