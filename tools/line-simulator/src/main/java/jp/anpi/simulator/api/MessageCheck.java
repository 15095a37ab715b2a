package jp.anpi.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.regex.Pattern;
import jp.anpi.simulator.platform.Refusal;
import jp.anpi.simulator.rules.MessageRules;
import jp.anpi.simulator.rules.Problem;

/** Refuses a request for its messages or for what goes with them. */
final class MessageCheck {

    private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9_]{1,30}");

    private MessageCheck() {}

    static ArrayNode messages(JsonNode body, boolean intoGroup) {
        JsonNode messages = body.path("messages");
        List<Problem> problems = MessageRules.check(messages, intoGroup);
        if (!problems.isEmpty()) {
            throw Refusal.problems(problems);
        }
        for (int i = 0; i < messages.size(); i++) {
            List<Problem> flex = MessageRules.checkFlex(messages.get(i));
            if (!flex.isEmpty()) {
                throw Refusal.flex(i, flex);
            }
        }
        return (ArrayNode) messages;
    }

    static void commonFields(JsonNode body) {
        if (body.has("notificationDisabled")
                && !body.path("notificationDisabled").isBoolean()) {
            throw Refusal.invalidProperty("notificationDisabled");
        }
        JsonNode units = body.path("customAggregationUnits");
        if (units.size() > 1) {
            throw Refusal.problems(List.of(new Problem("Size must be between 0 and 1", "customAggregationUnits")));
        }
        if (units.size() == 1 && !UNIT.matcher(units.get(0).asText()).matches()) {
            throw Refusal.invalidProperty("customAggregationUnits[0]");
        }
    }
}
