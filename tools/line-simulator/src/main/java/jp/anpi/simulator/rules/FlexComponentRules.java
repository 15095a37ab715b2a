package jp.anpi.simulator.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flex components (https://developers.line.biz/en/reference/messaging-api/#box). */
final class FlexComponentRules {

    private static final Set<String> PLACED =
            Set.of("type", "margin", "position", "offsetTop", "offsetBottom", "offsetStart", "offsetEnd");
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "box",
                    placedAnd("layout flex contents spacing backgroundColor borderColor borderWidth cornerRadius width"
                            + " maxWidth height maxHeight paddingAll paddingTop paddingBottom paddingStart"
                            + " paddingEnd action justifyContent alignItems background"),
            "button", placedAnd("flex color style action gravity height adjustMode scaling"),
            "image", placedAnd("url flex align gravity size aspectRatio aspectMode backgroundColor action animated"),
            "video", Set.of("type", "url", "previewUrl", "altContent", "aspectRatio", "action"),
            "icon", placedAnd("url size aspectRatio scaling"),
            "text",
                    placedAnd("flex text size align gravity color weight style decoration wrap lineSpacing action"
                            + " maxLines contents adjustMode scaling"),
            "span", Set.of("type", "text", "size", "color", "weight", "style", "decoration"),
            "separator", Set.of("type", "margin", "color"),
            "filler", Set.of("type", "flex"),
            "spacer", Set.of("type", "size"));
    private static final Set<String> IN_BOX =
            Set.of("box", "button", "image", "text", "separator", "filler", "spacer", "icon");
    private static final Set<String> IN_BASELINE = Set.of("icon", "text", "filler", "spacer");
    private static final Set<String> HTTPS = Set.of("https");

    private final Inspection inspection;
    private final ActionRules actions;

    FlexComponentRules(Inspection inspection) {
        this.inspection = inspection;
        this.actions = new ActionRules(inspection);
    }

    void check(JsonNode component, String path, Set<String> allowed) {
        String type = component.path("type").asText();
        if (!allowed.contains(type)) {
            inspection.report("invalid property", path + "/type");
            return;
        }
        FlexProperties.unknown(component, KNOWN.get(type), path, inspection);
        FlexProperties.notations(component, path, inspection);
        switch (type) {
            case "box" -> box(component, path);
            case "button" -> button(component, path);
            case "text" -> text(component, path);
            case "span" -> words(component, path);
            case "image" -> inspection.url(component, "url", path + "/", 2000, HTTPS);
            case "icon" -> inspection.url(component, "url", path + "/", 2000, HTTPS);
            case "video" -> video(component, path);
            default -> {}
        }
        if (component.has("action") && !type.equals("button")) {
            actions.check(component.path("action"), path + "/action/", ActionRules.Place.FLEX_COMPONENT);
        }
    }

    private void box(JsonNode box, String path) {
        if (!box.has("layout")) {
            inspection.report("must be specified", path + "/layout");
        }
        inspection.oneOf(box, "layout", path + "/", Set.of("horizontal", "vertical", "baseline"));
        JsonNode contents = box.path("contents");
        if (!contents.isArray()) {
            inspection.report("must be specified", path + "/contents");
        }
        boolean baseline = box.path("layout").asText().equals("baseline");
        for (int i = 0; i < contents.size(); i++) {
            check(contents.get(i), path + "/contents/" + i, baseline ? IN_BASELINE : IN_BOX);
        }
    }

    private void button(JsonNode button, String path) {
        inspection.oneOf(button, "style", path + "/", Set.of("primary", "secondary", "link"));
        inspection.oneOf(button, "height", path + "/", Set.of("sm", "md"));
        if (button.has("action")) {
            actions.check(button.path("action"), path + "/action/", ActionRules.Place.FLEX_BUTTON);
        } else {
            inspection.report("must be specified", path + "/action");
        }
    }

    private void text(JsonNode text, String path) {
        JsonNode spans = text.path("contents");
        for (int i = 0; i < spans.size(); i++) {
            check(spans.get(i), path + "/contents/" + i, Set.of("span"));
        }
        inspection.oneOf(text, "style", path + "/", Set.of("normal", "italic"));
        if (spans.isEmpty()) {
            words(text, path);
        }
    }

    private void words(JsonNode holder, String path) {
        JsonNode text = holder.path("text");
        inspection.require(text.isTextual() && !text.asText().isEmpty(), "must be non-empty text", path + "/text");
    }

    private void video(JsonNode video, String path) {
        inspection.url(video, "url", path + "/", 2000, HTTPS);
        inspection.url(video, "previewUrl", path + "/", 2000, HTTPS);
        check(video.path("altContent"), path + "/altContent", Set.of("box", "image"));
    }

    private static Set<String> placedAnd(String names) {
        return Stream.concat(PLACED.stream(), Stream.of(names.split(" "))).collect(Collectors.toUnmodifiableSet());
    }
}
