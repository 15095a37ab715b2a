package jp.anpi.line.internal.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.anpi.line.internal.render.MessageJson;
import jp.anpi.membership.Member;

/** Somebody with a phone, who presses what is offered and types what is asked. */
final class Phone {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Town town;
    private final String person;
    private final List<JsonNode> actions = new ArrayList<>();
    private List<String> offered = List.of();
    private String said = "";
    private Answered last;

    Phone(Town town, String person) {
        this.town = town;
        this.person = person;
    }

    Phone adds() {
        return receive(new Incoming.Followed());
    }

    Phone blocks() {
        return receive(new Incoming.Unfollowed());
    }

    Phone type(String text) {
        return receive(new Incoming.Typed(text));
    }

    Phone sticker() {
        return receive(new Incoming.Wordless());
    }

    Phone data(String data) {
        return receive(new Incoming.Pressed(data, Optional.empty()));
    }

    /** The newest button of that label, however long ago it came. */
    Phone press(String label) {
        return data(action(label).path("data").asText());
    }

    Phone pick(String label, String picked) {
        return receive(new Incoming.Pressed(action(label).path("data").asText(), Optional.of(picked)));
    }

    String dataOf(String label) {
        return action(label).path("data").asText();
    }

    String uriOf(String label) {
        return action(label).path("uri").asText();
    }

    /** Everything readable in the last answer. */
    String said() {
        return said;
    }

    /** Labels of the last answer. */
    List<String> offered() {
        return offered;
    }

    Answered answered() {
        return last;
    }

    Member member() {
        return town.membership.byLineUserId(1, person).orElseThrow();
    }

    boolean registered() {
        return town.membership.byLineUserId(1, person).isPresent();
    }

    private JsonNode action(String label) {
        for (int i = actions.size() - 1; i >= 0; i--) {
            if (actions.get(i).path("label").asText().equals(label)) {
                return actions.get(i);
            }
        }
        throw new AssertionError("Nothing offers " + label + " after: " + said);
    }

    private Phone receive(Incoming incoming) {
        last = town.answer(person, incoming);
        JsonNode messages = parsed(MessageJson.write(last.replies()));
        List<JsonNode> now = messages.findValues("action");
        actions.addAll(now);
        offered = now.stream().map(action -> action.path("label").asText()).toList();
        said = messages.findValuesAsText("text").stream().collect(Collectors.joining("\n"));
        return this;
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
