package jp.anpi.line.internal.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import jp.anpi.line.internal.conversation.Incoming;
import jp.anpi.line.internal.conversation.PlainOks;

/**
 * A stored event as far as it means something to us. Unknown types and fields mean nothing, and are no error.
 *
 * <p>Read from the JSON itself: the models of the SDK lose what they do not know.
 */
final class LineEvent {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final JsonNode event;

    private LineEvent(JsonNode event) {
        this.event = event;
    }

    static LineEvent read(String json) {
        try {
            return new LineEvent(JSON.readTree(json));
        } catch (JsonProcessingException impossible) {
            // Without the cause: its text quotes the event.
            throw new IllegalStateException("A stored event is not JSON");
        }
    }

    /** A group, a room, or whatever else LINE may think of: not one person's own chat. */
    boolean inGroup() {
        return !event.path("source").path("type").asText("user").equals("user");
    }

    boolean joined() {
        return type().equals("join");
    }

    Optional<String> lineUserId() {
        return text(event.path("source").path("userId")).filter(id -> id.matches("[\\x21-\\x7e]{1,64}"));
    }

    Optional<String> replyToken() {
        return text(event.path("replyToken")).filter(token -> !token.isBlank());
    }

    /** What the person did; empty for types without a meaning. */
    Optional<Incoming> incoming() {
        return switch (type()) {
            case "follow" -> Optional.of(new Incoming.Followed());
            case "unfollow" -> Optional.of(new Incoming.Unfollowed());
            case "message" -> Optional.of(message());
            case "postback" -> Optional.of(pressed());
            default -> Optional.empty();
        };
    }

    /** Somebody's OK by a button, in their own chat. */
    boolean isPlainOk() {
        return !inGroup()
                && lineUserId().isPresent()
                && incoming().filter(PlainOks::is).isPresent();
    }

    private Incoming message() {
        JsonNode message = event.path("message");
        if (!message.path("type").asText().equals("text")) {
            return new Incoming.Wordless();
        }
        return text(message.path("text")).<Incoming>map(Incoming.Typed::new).orElseGet(Incoming.Wordless::new);
    }

    private Incoming pressed() {
        JsonNode postback = event.path("postback");
        JsonNode params = postback.path("params");
        Optional<String> picked = text(params.path("date")).or(() -> text(params.path("time")));
        return new Incoming.Pressed(text(postback.path("data")).orElse(""), picked);
    }

    private String type() {
        return event.path("type").asText();
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }
}
