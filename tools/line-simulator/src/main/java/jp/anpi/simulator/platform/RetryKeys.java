package jp.anpi.simulator.platform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The retry keys of accepted requests, each kept for 24 hours of the simulated clock
 * (https://developers.line.biz/en/docs/messaging-api/retrying-api-request/).
 */
final class RetryKeys {

    private static final Duration KEPT = Duration.ofHours(24);

    private record Accepted(Instant at, String requestId, ArrayNode sentMessages) {}

    private final Map<String, Accepted> accepted = new HashMap<>();

    /** Refuses the request where its key was accepted before; after 24 hours the same key is a new one. */
    void refuseAccepted(String key, Instant now) {
        Accepted earlier = accepted.get(key);
        if (earlier != null && now.isBefore(earlier.at.plus(KEPT))) {
            throw Refusal.alreadyAccepted(earlier.requestId, earlier.sentMessages);
        }
    }

    /** @param sentMessages null where the way of sending names none */
    void accept(String key, Instant now, String requestId, ArrayNode sentMessages) {
        accepted.values().removeIf(earlier -> !now.isBefore(earlier.at.plus(KEPT)));
        accepted.put(key, new Accepted(now, requestId, sentMessages));
    }
}
