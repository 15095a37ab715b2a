package jp.anpi.simulator.rules;

import static jp.anpi.simulator.rules.Measure.GRAPHEME_CLUSTERS;
import static jp.anpi.simulator.rules.Measure.UTF16_UNITS;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** The {@code messages} of a request, whatever way they are sent. */
public final class MessageRules {

    private static final Set<String> HTTPS = Set.of("https");

    private final Inspection inspection = new Inspection();
    private final boolean intoGroup;

    private MessageRules(boolean intoGroup) {
        this.intoGroup = intoGroup;
    }

    /** @param intoGroup whether they go into a group, where mentions are allowed */
    public static List<Problem> check(JsonNode messages, boolean intoGroup) {
        MessageRules rules = new MessageRules(intoGroup);
        rules.inspection.size(messages, "messages", 1, 5);
        if (messages.size() <= 5) {
            for (int i = 0; i < messages.size(); i++) {
                rules.message(messages.get(i), "messages[" + i + "].");
            }
        }
        return rules.inspection.problems();
    }

    /** The flex containers, each with the problems inside it: LINE reports these per message. */
    public static List<Problem> checkFlex(JsonNode message) {
        Inspection inspection = new Inspection();
        if (message.path("type").asText().equals("flex")
                && message.path("contents").isObject()) {
            new FlexRules(inspection).check(message.path("contents"));
        }
        return inspection.problems();
    }

    private void message(JsonNode message, String path) {
        TextRules texts = new TextRules(inspection);
        switch (message.path("type").asText()) {
            case "text" -> texts.text(message, path);
            case "textV2" -> texts.textV2(message, path, intoGroup);
            case "flex" -> flex(message, path);
            case "template" -> {
                inspection.text(message, "altText", path, 1500, UTF16_UNITS);
                new TemplateRules(inspection).check(message.path("template"), path + "template.");
            }
            case "imagemap" -> new ImagemapRules(inspection).check(message, path);
            case "sticker" -> {
                inspection.text(message, "packageId", path, 20, UTF16_UNITS);
                inspection.text(message, "stickerId", path, 20, UTF16_UNITS);
            }
            case "image", "video" -> {
                inspection.url(message, "originalContentUrl", path, 2000, HTTPS);
                inspection.url(message, "previewImageUrl", path, 2000, HTTPS);
            }
            case "audio" -> {
                inspection.url(message, "originalContentUrl", path, 2000, HTTPS);
                inspection.require(message.path("duration").asLong() > 0, "Must be greater than 0", path + "duration");
            }
            case "location" -> location(message, path);
            case "coupon" -> inspection.text(message, "couponId", path, 100, UTF16_UNITS);
            default -> inspection.report("Invalid message type", path + "type");
        }
        quickReply(message, path);
        sender(message, path);
    }

    private void flex(JsonNode message, String path) {
        inspection.text(message, "altText", path, 1500, UTF16_UNITS);
        inspection.require(message.path("contents").isObject(), "May not be empty", path + "contents");
    }

    private void location(JsonNode message, String path) {
        inspection.text(message, "title", path, 100, GRAPHEME_CLUSTERS);
        inspection.text(message, "address", path, 100, GRAPHEME_CLUSTERS);
        inspection.require(message.path("latitude").isNumber(), "May not be empty", path + "latitude");
        inspection.require(message.path("longitude").isNumber(), "May not be empty", path + "longitude");
    }

    private void quickReply(JsonNode message, String path) {
        if (!message.hasNonNull("quickReply")) {
            return;
        }
        JsonNode items = message.path("quickReply").path("items");
        inspection.size(items, path + "quickReply.items", 1, 13);
        ActionRules actions = new ActionRules(inspection);
        for (int i = 0; i < items.size(); i++) {
            String item = path + "quickReply.items[" + i + "].";
            inspection.oneOf(items.get(i), "type", item, Set.of("action"));
            inspection.optionalUrl(items.get(i), "imageUrl", item, 2000, HTTPS);
            actions.check(items.get(i).path("action"), item + "action.", ActionRules.Place.QUICK_REPLY);
        }
    }

    private void sender(JsonNode message, String path) {
        if (message.hasNonNull("sender")) {
            inspection.optionalText(message.path("sender"), "name", path + "sender.", 20, GRAPHEME_CLUSTERS);
            inspection.optionalUrl(message.path("sender"), "iconUrl", path + "sender.", 2000, HTTPS);
        }
    }
}
