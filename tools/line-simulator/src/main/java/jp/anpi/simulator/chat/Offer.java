package jp.anpi.simulator.chat;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Something that can be tapped.
 *
 * @param label what is written on it
 * @param pointer where the action stands in the message object, as a JSON pointer
 */
public record Offer(String label, Kind kind, JsonNode action, String pointer) {

    /** Where on the screen it is. */
    public enum Kind {
        IN_MESSAGE,
        QUICK_REPLY,
        RICH_MENU
    }

    /** LINE's type of the action: postback, message, uri, datetimepicker … */
    public String type() {
        return action.path("type").asText();
    }
}
