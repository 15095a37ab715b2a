package jp.anpi.line.internal.webhook;

import java.time.Instant;
import java.util.Optional;

/**
 * One event of a delivery.
 *
 * @param id LINE's {@code webhookEventId}, or a digest of the event where that is missing
 * @param lineUserId whose it is, where it says so
 * @param occurredAt empty where the event gives no believable time
 * @param standby another system has the channel now: kept as worked, without effect
 * @param json the event in ASCII
 */
record ArrivedEvent(
        String id, Optional<String> lineUserId, Optional<Instant> occurredAt, boolean standby, String json) {
    @Override
    public String toString() {
        return "ArrivedEvent[" + id + "]";
    }
}
