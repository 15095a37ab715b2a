package jp.anpi.simulator.rules;

import static jp.anpi.simulator.rules.Measure.GRAPHEME_CLUSTERS;
import static jp.anpi.simulator.rules.Measure.UTF16_UNITS;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Action objects (https://developers.line.biz/en/reference/messaging-api/#action-objects). */
final class ActionRules {

    /** Where an action stands decides about its label and about the types allowed there. */
    enum Place {
        TEMPLATE(20, true),
        FLEX_BUTTON(40, true),
        FLEX_COMPONENT(40, false),
        QUICK_REPLY(20, true),
        RICH_MENU(20, false);

        private final int maxLabel;
        private final boolean labelRequired;

        Place(int maxLabel, boolean labelRequired) {
            this.maxLabel = maxLabel;
            this.labelRequired = labelRequired;
        }
    }

    private static final Set<String> EVERYWHERE = Set.of("postback", "message", "uri", "datetimepicker", "clipboard");
    private static final Set<String> QUICK_REPLY_ONLY = Set.of("camera", "cameraRoll", "location");
    private static final Set<String> URI_SCHEMES = Set.of("http", "https", "line", "tel");
    private static final Map<String, Pattern> PICKED = Map.of(
            "date", Pattern.compile("\\d{4}-\\d{2}-\\d{2}"),
            "time", Pattern.compile("\\d{2}:\\d{2}"),
            "datetime", Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}"));

    private final Inspection inspection;

    ActionRules(Inspection inspection) {
        this.inspection = inspection;
    }

    /** @param path of the action, ending in what separates it from a property */
    void check(JsonNode action, String path, Place place) {
        if (!action.isObject()) {
            inspection.report("May not be empty", path);
            return;
        }
        String type = action.path("type").asText();
        if (!isAllowed(type, place)) {
            inspection.report("Invalid action type", path + "type");
            return;
        }
        label(action, path, place);
        switch (type) {
            case "postback" -> postback(action, path);
            case "message" -> inspection.text(action, "text", path, 300, GRAPHEME_CLUSTERS);
            case "uri" -> inspection.url(action, "uri", path, 1000, URI_SCHEMES);
            case "datetimepicker" -> picker(action, path);
            case "clipboard" -> inspection.text(action, "clipboardText", path, 1000, UTF16_UNITS);
            case "richmenuswitch" -> {
                inspection.text(action, "richMenuAliasId", path, 32, UTF16_UNITS);
                inspection.text(action, "data", path, 300, UTF16_UNITS);
            }
            default -> {}
        }
    }

    private static boolean isAllowed(String type, Place place) {
        return EVERYWHERE.contains(type)
                || place == Place.QUICK_REPLY && QUICK_REPLY_ONLY.contains(type)
                || place == Place.RICH_MENU && type.equals("richmenuswitch");
    }

    private void label(JsonNode action, String path, Place place) {
        if (place.labelRequired) {
            inspection.text(action, "label", path, place.maxLabel, GRAPHEME_CLUSTERS);
        } else {
            inspection.optionalText(action, "label", path, place.maxLabel, GRAPHEME_CLUSTERS);
        }
    }

    private void postback(JsonNode action, String path) {
        inspection.text(action, "data", path, 300, UTF16_UNITS);
        inspection.optionalText(action, "displayText", path, 300, GRAPHEME_CLUSTERS);
        inspection.optionalText(action, "text", path, 300, GRAPHEME_CLUSTERS);
        inspection.optionalText(action, "fillInText", path, 300, UTF16_UNITS);
        inspection.oneOf(
                action, "inputOption", path, Set.of("closeRichMenu", "openRichMenu", "openKeyboard", "openVoice"));
        inspection.require(
                !(action.has("displayText") && action.has("text")),
                "The displayText and text properties cannot be used together",
                path + "text");
        inspection.require(
                !action.has("fillInText") || action.path("inputOption").asText().equals("openKeyboard"),
                "The fillInText property needs the inputOption openKeyboard",
                path + "fillInText");
    }

    private void picker(JsonNode action, String path) {
        inspection.text(action, "data", path, 300, UTF16_UNITS);
        Pattern pattern = PICKED.get(action.path("mode").asText());
        if (pattern == null) {
            inspection.report("Must be one of the following values: [date, datetime, time]", path + "mode");
            return;
        }
        for (String name : new String[] {"initial", "min", "max"}) {
            JsonNode value = action.path(name);
            inspection.require(
                    value.isMissingNode() || pattern.matcher(value.asText()).matches(),
                    "Invalid date or time format",
                    path + name);
        }
        inspection.require(
                !action.has("min")
                        || !action.has("max")
                        || action.path("min")
                                        .asText()
                                        .compareTo(action.path("max").asText())
                                < 0,
                "The max value must be later than the min value",
                path + "max");
    }
}
