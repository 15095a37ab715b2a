package jp.anpi.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;

/** A line of the product's log as people read it, also where it was written for programs. */
final class LogLine {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LogLine() {}

    /** The lines that the record would have had as text; any other line as it is. */
    static List<String> readable(String line) {
        if (!line.startsWith("{\"Timestamp\"")) {
            return List.of(line);
        }
        try {
            JsonNode written = JSON.readTree(line);
            String message = text(written.path("LogMessage"), "Exception");
            String start = String.join(
                    " ",
                    written.path("Timestamp").asText(),
                    written.path("Level").asText(),
                    written.path("LoggerName").asText(),
                    message);
            String trace = text(written.path("Throwable"), "StackTrace");
            return Stream.of(start, trace)
                    .flatMap(String::lines)
                    .filter(text -> !text.isBlank())
                    .toList();
        } catch (JsonProcessingException torn) {
            return List.of(line);
        }
    }

    private static String text(JsonNode node, String field) {
        return node.isObject() ? node.path(field).asText() : node.asText();
    }
}
