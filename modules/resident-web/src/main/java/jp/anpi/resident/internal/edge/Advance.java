package jp.anpi.resident.internal.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** By how much to move the manual clock: {@code {"by":"PT27H"}}. */
record Advance(Duration by) {

    /** Every instant up to here has a four-digit year, in JSON and in PostgreSQL. */
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EXPECTED = "expected {\"by\":\"<ISO 8601 duration>\"}, for example {\"by\":\"PT27H\"}";

    /** @throws IllegalArgumentException with a message for the caller */
    static Advance parse(byte[] body, Instant now) {
        String text = by(body).orElseThrow(() -> new IllegalArgumentException(EXPECTED));
        Duration by = duration(text);
        if (by.isNegative()) {
            throw new IllegalArgumentException("\"by\" is negative: time only moves on");
        }
        if (by.compareTo(Duration.between(now, LAST)) > 0) {
            throw new IllegalArgumentException("\"by\" leads beyond the year 9999");
        }
        return new Advance(by);
    }

    private static Optional<String> by(byte[] body) {
        try {
            JsonNode by = JSON.readTree(body).path("by");
            return by.isTextual() ? Optional.of(by.textValue()) : Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException | ArithmeticException notADuration) {
            throw new IllegalArgumentException("\"by\" is not an ISO 8601 duration: " + EXPECTED, notADuration);
        }
    }
}
