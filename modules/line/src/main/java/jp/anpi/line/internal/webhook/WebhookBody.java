package jp.anpi.line.internal.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import jp.anpi.foundation.SecretToken;

/** Takes a delivery apart into its events. Nothing in it is believed beyond being JSON. */
final class WebhookBody {

    /** As ASCII, because the database refuses NUL characters and halves of surrogate pairs. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private static final String PRINTABLE = "[\\x21-\\x7e]{1,64}";
    private static final Instant BEFORE_LINE = Instant.parse("2011-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofDays(1);

    private WebhookBody() {}

    /** Its events; empty when it is no webhook body. */
    static Optional<List<ArrivedEvent>> events(byte[] body, Instant now) {
        try {
            // The strict decoder refuses what is not UTF-8; Jackson alone would guess an encoding.
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            JsonNode events = JSON.readTree(text).path("events");
            return events.isArray() ? Optional.of(split(events, now)) : Optional.empty();
        } catch (CharacterCodingException | JsonProcessingException malformed) {
            return Optional.empty();
        }
    }

    private static List<ArrivedEvent> split(JsonNode events, Instant now) throws JsonProcessingException {
        List<ArrivedEvent> all = new ArrayList<>();
        for (JsonNode event : events) {
            if (event.isObject()) {
                all.add(arrived(event, now));
            }
        }
        return all;
    }

    private static ArrivedEvent arrived(JsonNode event, Instant now) throws JsonProcessingException {
        String json = JSON.writeValueAsString(event);
        return new ArrivedEvent(
                printable(event.path("webhookEventId"))
                        .orElseGet(() -> HexFormat.of().formatHex(SecretToken.digest(json))),
                printable(event.path("source").path("userId")),
                occurredAt(event.path("timestamp"), now),
                event.path("mode").asText().equals("standby"),
                json);
    }

    private static Optional<String> printable(JsonNode node) {
        return Optional.of(node)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(id -> id.matches(PRINTABLE));
    }

    private static Optional<Instant> occurredAt(JsonNode timestamp, Instant now) {
        if (!timestamp.isIntegralNumber() || !timestamp.canConvertToLong()) {
            return Optional.empty();
        }
        long millis = timestamp.longValue();
        boolean believable = millis >= BEFORE_LINE.toEpochMilli()
                && millis <= now.plus(AHEAD).toEpochMilli();
        return believable ? Optional.of(Instant.ofEpochMilli(millis)) : Optional.empty();
    }
}
