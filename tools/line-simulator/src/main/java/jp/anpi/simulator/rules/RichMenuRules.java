package jp.anpi.simulator.rules;

import static jp.anpi.simulator.rules.Measure.GRAPHEME_CLUSTERS;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Rich menu objects (https://developers.line.biz/en/reference/messaging-api/#rich-menu-object). */
public final class RichMenuRules {

    private RichMenuRules() {}

    public static List<Problem> check(JsonNode menu) {
        Inspection inspection = new Inspection();
        size(menu.path("size"), inspection);
        inspection.require(menu.path("selected").isBoolean(), "May not be empty", "selected");
        inspection.text(menu, "name", "", 300, GRAPHEME_CLUSTERS);
        inspection.text(menu, "chatBarText", "", 14, GRAPHEME_CLUSTERS);
        JsonNode areas = menu.path("areas");
        inspection.size(areas, "areas", 0, 20);
        ActionRules actions = new ActionRules(inspection);
        for (int i = 0; i < areas.size(); i++) {
            bounds(areas.get(i).path("bounds"), menu.path("size"), "areas[" + i + "].bounds", inspection);
            actions.check(areas.get(i).path("action"), "areas[" + i + "].action.", ActionRules.Place.RICH_MENU);
        }
        return inspection.problems();
    }

    /** Whether an image of this size may be a rich menu. */
    public static boolean fits(int width, int height) {
        return width >= 800 && width <= 2500 && height >= 250 && width >= height * 1.45;
    }

    private static void size(JsonNode size, Inspection inspection) {
        inspection.require(
                fits(size.path("width").asInt(), size.path("height").asInt()),
                "Width must be 800 to 2500, height at least 250, width / height at least 1.45",
                "size");
    }

    private static void bounds(JsonNode bounds, JsonNode size, String property, Inspection inspection) {
        int right = bounds.path("x").asInt() + bounds.path("width").asInt();
        int bottom = bounds.path("y").asInt() + bounds.path("height").asInt();
        inspection.require(
                bounds.isObject()
                        && bounds.path("x").asInt() >= 0
                        && bounds.path("y").asInt() >= 0
                        && bounds.path("width").asInt() > 0
                        && bounds.path("height").asInt() > 0
                        && right <= size.path("width").asInt()
                        && bottom <= size.path("height").asInt(),
                "Must lie within the rich menu",
                property);
    }
}
