package jp.anpi.simulator.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Flex containers (https://developers.line.biz/en/reference/messaging-api/#flex-message). */
final class FlexRules {

    private static final int MAX_BUBBLE_BYTES = 30 * 1024;
    private static final int MAX_CAROUSEL_BYTES = 50 * 1024;
    private static final int MAX_BUBBLES = 12;
    private static final Set<String> BUBBLE =
            Set.of("type", "size", "direction", "header", "hero", "body", "footer", "styles", "action");
    private static final Set<String> STYLE = Set.of("backgroundColor", "separator", "separatorColor");
    private static final Map<String, Set<String>> HOLDS = Map.of(
            "header", Set.of("box"),
            "hero", Set.of("box", "image", "video"),
            "body", Set.of("box"),
            "footer", Set.of("box"));

    private final Inspection inspection;
    private final FlexComponentRules components;
    private final ActionRules actions;

    FlexRules(Inspection inspection) {
        this.inspection = inspection;
        this.components = new FlexComponentRules(inspection);
        this.actions = new ActionRules(inspection);
    }

    void check(JsonNode container) {
        switch (container.path("type").asText()) {
            case "bubble" -> bubble(container, "");
            case "carousel" -> carousel(container);
            default -> inspection.report("must be specified", "/contents");
        }
    }

    private void carousel(JsonNode carousel) {
        JsonNode bubbles = carousel.path("contents");
        if (!bubbles.isArray() || bubbles.isEmpty() || bubbles.size() > MAX_BUBBLES) {
            inspection.report("Size must be between 1 and " + MAX_BUBBLES, "/contents");
            return;
        }
        inspection.require(bytes(carousel) <= MAX_CAROUSEL_BYTES, "The carousel is larger than 50 KB", "/");
        Set<String> sizes = new HashSet<>();
        for (int i = 0; i < bubbles.size(); i++) {
            bubble(bubbles.get(i), "/contents/" + i);
            sizes.add(bubbles.get(i).path("size").asText("mega"));
        }
        inspection.require(sizes.size() == 1, "All bubbles of a carousel must have the same size", "/contents");
    }

    private void bubble(JsonNode bubble, String path) {
        inspection.require(bubble.path("type").asText().equals("bubble"), "invalid property", path + "/type");
        inspection.require(bytes(bubble) <= MAX_BUBBLE_BYTES, "The bubble is larger than 30 KB", path + "/");
        FlexProperties.unknown(bubble, BUBBLE, path, inspection);
        inspection.oneOf(bubble, "size", path + "/", Set.of("nano", "micro", "deca", "hecto", "kilo", "mega", "giga"));
        inspection.oneOf(bubble, "direction", path + "/", Set.of("ltr", "rtl"));
        inspection.require(
                HOLDS.keySet().stream().anyMatch(bubble::has), "At least one block must be specified", path + "/");
        HOLDS.forEach((block, allowed) -> {
            if (bubble.has(block)) {
                components.check(bubble.path(block), path + "/" + block, allowed);
            }
        });
        styles(bubble.path("styles"), path + "/styles");
        if (bubble.has("action")) {
            actions.check(bubble.path("action"), path + "/action/", ActionRules.Place.FLEX_COMPONENT);
        }
    }

    private void styles(JsonNode styles, String path) {
        if (styles.isMissingNode()) {
            return;
        }
        FlexProperties.unknown(styles, HOLDS.keySet(), path, inspection);
        styles.properties().forEach(style -> {
            String at = path + "/" + style.getKey();
            FlexProperties.unknown(style.getValue(), STYLE, at, inspection);
            FlexProperties.color(style.getValue(), "backgroundColor", at, inspection);
            FlexProperties.color(style.getValue(), "separatorColor", at, inspection);
        });
    }

    private static int bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
