package jp.anpi.line.internal.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.bot.messaging.model.Message;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import jp.anpi.line.internal.channel.Fakes;
import jp.anpi.messaging.OutboxMessage;

/** A message as it goes out, and what a phone finds in it. */
record Rendered(JsonNode json) {

    static final String ID = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
    static final String NUMBER = "1042-7";

    /** What every kind is given in these tests. */
    static final Map<String, Map<String, String>> KINDS = Map.ofEntries(
            Map.entry("QUESTION", Map.of("day", "2026-11-22", "hour", "8", "quote", "yes")),
            Map.entry("REMINDER", Map.of("day", "2026-11-23", "hour", "8", "quote", "yes")),
            Map.entry("PAUSE_SET", Map.of("lastDay", "2026-11-30", "setBy", "STAFF", "next", "2026-12-02T23:00:00Z")),
            Map.entry("ALERT", Map.of("number", NUMBER, "hours", "27", "message", ID)),
            Map.entry("HELP_ALERT", Map.of("number", NUMBER, "message", ID)),
            Map.entry("UNREACHABLE_NOTICE", Map.of("number", NUMBER, "message", ID)),
            Map.entry("REACHABLE_AGAIN", Map.of("number", NUMBER)),
            Map.entry("ALL_CLEAR", Map.of("number", NUMBER, "at", "2026-11-22T23:04:59Z")),
            Map.entry("TAKEN", Map.of("number", NUMBER)),
            Map.entry("CLOSED", Map.of("number", NUMBER)),
            Map.entry("PARTICIPANT_LEFT", Map.of("number", NUMBER)),
            Map.entry("FAREWELL", Map.of()),
            Map.entry("WATCH_ENDED", Map.of("number", NUMBER)),
            Map.entry("WATCHER_JOINED", Map.of("number", NUMBER)),
            Map.entry("PARTICIPANT_JOINED", Map.of("number", NUMBER)),
            Map.entry("ADDED_AS_WATCHER", Map.of("numbers", NUMBER + ",1043-5", "more", "3")),
            Map.entry("ADDED_AS_PARTICIPANT", Map.of("numbers", NUMBER)),
            Map.entry("ASKING_ENDED", Map.of("number", NUMBER)),
            Map.entry("ASKING_RESUMED", Map.of("number", NUMBER)),
            Map.entry("TEAM_LEFT", Map.of()),
            Map.entry(
                    "TEAM_ENDED", Map.of("participant", "alone", "watcher", "yes", "lead", "yes", "elsewhere", "yes")),
            Map.entry("TEAM_RESUMED", Map.of("participant", "watched", "watcher", "yes", "lead", "yes")),
            Map.entry("NO_WATCHER_LEFT", Map.of()));

    static Rendered kind(String kind) {
        return of(kind, KINDS.get(kind));
    }

    static Rendered of(String kind, Map<String, String> content) {
        return of(Fakes.message(kind, content, 1L));
    }

    static Rendered of(OutboxMessage message) {
        return of(Fakes.renderer().render(message).orElseThrow());
    }

    static Rendered of(List<Message> messages) {
        try {
            return new Rendered(new ObjectMapper().readTree(MessageJson.write(messages)));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    List<JsonNode> actions() {
        return json.findValues("action");
    }

    List<String> labels() {
        return actions().stream().map(action -> action.path("label").asText()).toList();
    }

    List<String> data() {
        return actions().stream().map(action -> action.path("data").asText()).toList();
    }

    String altText() {
        return json.path(0).path("altText").asText();
    }

    /** All that can be read, the line breaks taken out. */
    String words() {
        return String.join(" ", json.findValuesAsText("text")).replace("\n", "");
    }
}
