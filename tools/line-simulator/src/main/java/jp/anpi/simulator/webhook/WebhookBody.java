package jp.anpi.simulator.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the body of a webhook: the destination and its events. */
final class WebhookBody {

    private static final ObjectWriter PLAIN = JsonMapper.builder().build().writer();
    private static final ObjectWriter ESCAPED = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build()
            .writer();

    private WebhookBody() {}

    static byte[] of(String destination, List<WebhookEvent> events, boolean escapeNonAscii) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("destination", destination);
        var array = body.putArray("events");
        events.forEach(event -> array.add(event.json()));
        try {
            return (escapeNonAscii ? ESCAPED : PLAIN).writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of nodes is always writable", e);
        }
    }
}
