package jp.anpi.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import jp.anpi.simulator.platform.Refusal;

/** What the caller is told. */
record Answer(int status, String contentType, byte[] body, Map<String, String> headers) {

    private static final String JSON = "application/json";

    static Answer ok(JsonNode body) {
        return json(200, body, Map.of());
    }

    static Answer ok() {
        return ok(JsonNodeFactory.instance.objectNode());
    }

    /** Accepted, and done a little later. */
    static Answer accepted() {
        return json(202, JsonNodeFactory.instance.objectNode(), Map.of());
    }

    static Answer bytes(String contentType, byte[] body) {
        return new Answer(200, contentType, body, Map.of());
    }

    static Answer refused(Refusal refusal) {
        return json(refusal.status(), refusal.body(), refusal.headers());
    }

    static Answer html(int status, String body) {
        return new Answer(status, "text/html", body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static Answer json(int status, JsonNode body, Map<String, String> headers) {
        return new Answer(status, JSON, body.toString().getBytes(StandardCharsets.UTF_8), headers);
    }

    String text() {
        return contentType.startsWith("image/") ? "" : new String(body, StandardCharsets.UTF_8);
    }
}
