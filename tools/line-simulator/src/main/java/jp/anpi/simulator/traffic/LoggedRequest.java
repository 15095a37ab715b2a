package jp.anpi.simulator.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One request that the product made, and what it was told.
 *
 * @param number counts from 1 in the order of arrival
 * @param at on the simulated clock
 * @param path without the query
 * @param query as sent, empty without one
 * @param headers lower-case names; only those that LINE looks at, the access token masked
 * @param body empty for binary content
 * @param status 0 where the connection was closed without an answer
 * @param accepted whether the request took effect, whatever the caller was told
 * @param fault the fault that it met
 */
public record LoggedRequest(
        long number,
        Instant at,
        String method,
        String path,
        String query,
        Map<String, String> headers,
        String body,
        int status,
        String answer,
        boolean accepted,
        Optional<FaultKind> fault) {

    /** The retry key, where one was sent. */
    public Optional<String> retryKey() {
        return Optional.ofNullable(headers.get("x-line-retry-key"));
    }

    /** The body as JSON; a missing node where it is none. */
    public JsonNode json() {
        return Json.read(body);
    }
}
