package jp.anpi.simulator.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import jp.anpi.simulator.platform.Refusal;

/**
 * One request as an endpoint sees it.
 *
 * @param now on the simulated clock
 * @param header by its name in lower case, null where absent
 * @param parameter a variable of the path
 * @param query a parameter of the query, null where absent
 */
record Call(
        Instant now,
        String requestId,
        byte[] body,
        UnaryOperator<String> header,
        UnaryOperator<String> parameter,
        UnaryOperator<String> query) {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** The body as a JSON object; a property that is null counts as absent. */
    ObjectNode json() {
        String type = Optional.ofNullable(header.apply("content-type")).orElse("");
        if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw Refusal.of(415, "Unsupported Media Type");
        }
        try {
            JsonNode node = MAPPER.readTree(body);
            if (node instanceof ObjectNode object) {
                prune(object);
                return object;
            }
            throw unreadable(1, 1);
        } catch (JsonProcessingException e) {
            throw unreadable(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
        } catch (IOException e) {
            throw unreadable(1, 1);
        }
    }

    /** The fields of a form. */
    Map<String, String> form() {
        Map<String, String> fields = new HashMap<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Refusal unreadable(int line, int column) {
        return Refusal.of(
                400, "The request body could not be parsed as JSON (line: " + line + ", column: " + column + ")");
    }

    private static void prune(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(property -> property.getValue().isNull())
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(object::remove);
            object.forEach(Call::prune);
        } else if (node instanceof ArrayNode array) {
            array.forEach(Call::prune);
        }
    }
}
