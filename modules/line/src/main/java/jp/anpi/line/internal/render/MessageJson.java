package jp.anpi.line.internal.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.bot.jackson.ModelObjectMapper;
import com.linecorp.bot.messaging.model.Message;
import java.util.List;

/** Messages as LINE's JSON and back: what is already rendered may wait in the outbox. */
public final class MessageJson {

    private static final ObjectMapper MAPPER = ModelObjectMapper.createNewObjectMapper();
    private static final TypeReference<List<Message>> MESSAGES = new TypeReference<>() {};

    private MessageJson() {}

    /** A JSON array of message objects. */
    public static String write(List<Message> messages) {
        try {
            // The element type must be told, or the list loses the "type" of its elements.
            return MAPPER.writerFor(MESSAGES).writeValueAsString(messages);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("LINE's own model does not serialize", impossible);
        }
    }

    /** @throws IllegalArgumentException when it is no array of message objects */
    public static List<Message> read(String json) {
        try {
            return MAPPER.readValue(json, MESSAGES);
        } catch (JsonProcessingException wrong) {
            // Without the cause: its text quotes the message.
            throw new IllegalArgumentException("Not an array of LINE message objects");
        }
    }
}
