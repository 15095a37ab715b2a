package jp.anpi.simulator.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The properties that flex components share, and the notations of their values. */
final class FlexProperties {

    private static final Pattern COLOR = Pattern.compile("#[0-9A-Fa-f]{6}([0-9A-Fa-f]{2})?");
    private static final Pattern PIXELS = Pattern.compile("\\d+(\\.\\d+)?px");
    private static final Pattern SIGNED_PIXELS = Pattern.compile("-?\\d+(\\.\\d+)?px");
    private static final Pattern PERCENT = Pattern.compile("\\d+(\\.\\d+)?%");
    private static final Set<String> SPACES = Set.of("none", "xs", "sm", "md", "lg", "xl", "xxl");
    private static final Set<String> SIZES =
            Set.of("xxs", "xs", "sm", "md", "lg", "xl", "xxl", "3xl", "4xl", "5xl", "full");
    private static final Set<String> BORDERS = Set.of("none", "light", "normal", "medium", "semi-bold", "bold");

    private FlexProperties() {}

    static void unknown(JsonNode holder, Set<String> known, String path, Inspection inspection) {
        holder.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                inspection.report("unknown field", path + "/" + name);
            }
        });
    }

    static void color(JsonNode holder, String name, String path, Inspection inspection) {
        matches(holder, name, path, inspection, COLOR, Set.of());
    }

    static void notations(JsonNode component, String path, Inspection inspection) {
        for (String name : List.of("color", "backgroundColor", "borderColor")) {
            color(component, name, path, inspection);
        }
        for (String name : List.of("margin", "spacing", "cornerRadius")) {
            matches(component, name, path, inspection, PIXELS, SPACES);
        }
        for (String name : List.of("paddingAll", "paddingTop", "paddingBottom", "paddingStart", "paddingEnd")) {
            matches(component, name, path, inspection, either(PIXELS, PERCENT), SPACES);
        }
        for (String name : List.of("offsetTop", "offsetBottom", "offsetStart", "offsetEnd")) {
            matches(component, name, path, inspection, either(SIGNED_PIXELS, PERCENT), SPACES);
        }
        for (String name : List.of("width", "maxWidth", "maxHeight")) {
            matches(component, name, path, inspection, either(PIXELS, PERCENT), Set.of());
        }
        matches(component, "borderWidth", path, inspection, PIXELS, BORDERS);
        matches(component, "lineSpacing", path, inspection, PIXELS, Set.of());
        if (!component.path("type").asText().equals("spacer")) {
            matches(component, "size", path, inspection, either(PIXELS, PERCENT), SIZES);
        }
        enumerations(component, path, inspection);
    }

    private static void enumerations(JsonNode component, String path, Inspection inspection) {
        String at = path + "/";
        inspection.oneOf(component, "position", at, Set.of("relative", "absolute"));
        inspection.oneOf(component, "align", at, Set.of("start", "end", "center"));
        inspection.oneOf(component, "gravity", at, Set.of("top", "bottom", "center"));
        inspection.oneOf(component, "weight", at, Set.of("regular", "bold"));
        inspection.oneOf(component, "decoration", at, Set.of("none", "underline", "line-through"));
        inspection.oneOf(component, "adjustMode", at, Set.of("shrink-to-fit"));
        inspection.oneOf(component, "aspectMode", at, Set.of("fit", "cover"));
        inspection.oneOf(component, "alignItems", at, Set.of("center", "flex-start", "flex-end"));
        inspection.oneOf(
                component,
                "justifyContent",
                at,
                Set.of("center", "flex-start", "flex-end", "space-between", "space-around", "space-evenly"));
    }

    private static Pattern either(Pattern one, Pattern other) {
        return Pattern.compile(one.pattern() + "|" + other.pattern());
    }

    private static void matches(
            JsonNode holder, String name, String path, Inspection inspection, Pattern pattern, Set<String> keywords) {
        JsonNode value = holder.path(name);
        if (value.isMissingNode()) {
            return;
        }
        String text = value.asText();
        inspection.require(
                value.isTextual()
                        && (keywords.contains(text) || pattern.matcher(text).matches()),
                "invalid property",
                path + "/" + name);
    }
}
