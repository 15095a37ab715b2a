package jp.anpi.simulator.rules;

import static jp.anpi.simulator.rules.Measure.UTF16_UNITS;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Imagemap messages (https://developers.line.biz/en/reference/messaging-api/#imagemap-message). */
final class ImagemapRules {

    private final Inspection inspection;

    ImagemapRules(Inspection inspection) {
        this.inspection = inspection;
    }

    void check(JsonNode message, String path) {
        inspection.url(message, "baseUrl", path, 2000, Set.of("https"));
        inspection.text(message, "altText", path, 1500, UTF16_UNITS);
        inspection.require(
                message.path("baseSize").path("width").asInt() == 1040, "Must be 1040", path + "baseSize.width");
        inspection.require(
                message.path("baseSize").path("height").asInt() > 0,
                "Must be greater than 0",
                path + "baseSize.height");
        inspection.size(message.path("actions"), path + "actions", 1, 50);
        int i = 0;
        for (JsonNode action : message.path("actions")) {
            action(action, path + "actions[" + i++ + "].");
        }
    }

    private void action(JsonNode action, String path) {
        inspection.require(action.path("area").isObject(), "May not be empty", path + "area");
        switch (action.path("type").asText()) {
            case "uri" -> inspection.url(action, "linkUri", path, 1000, Set.of("http", "https", "line", "tel"));
            case "message" -> inspection.text(action, "text", path, 400, UTF16_UNITS);
            case "clipboard" -> inspection.text(action, "clipboardText", path, 1000, UTF16_UNITS);
            default -> inspection.report("Invalid action type", path + "type");
        }
    }
}
