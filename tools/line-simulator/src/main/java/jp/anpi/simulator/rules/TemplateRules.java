package jp.anpi.simulator.rules;

import static jp.anpi.simulator.rules.Measure.GRAPHEME_CLUSTERS;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Template messages (https://developers.line.biz/en/reference/messaging-api/#template-messages). */
final class TemplateRules {

    private static final Set<String> HTTPS = Set.of("https");

    private final Inspection inspection;
    private final ActionRules actions;

    TemplateRules(Inspection inspection) {
        this.inspection = inspection;
        this.actions = new ActionRules(inspection);
    }

    void check(JsonNode template, String path) {
        switch (template.path("type").asText()) {
            case "buttons" -> buttons(template, path, 160, 4);
            case "confirm" -> confirm(template, path);
            case "carousel" -> carousel(template, path);
            case "image_carousel" -> imageCarousel(template, path);
            default -> inspection.report("Invalid template type", path + "type");
        }
    }

    private void buttons(JsonNode holder, String path, int maxBareText, int maxActions) {
        boolean decorated = holder.has("title") || holder.has("thumbnailImageUrl");
        inspection.optionalUrl(holder, "thumbnailImageUrl", path, 2000, HTTPS);
        inspection.optionalText(holder, "title", path, 40, GRAPHEME_CLUSTERS);
        inspection.text(holder, "text", path, decorated ? 60 : maxBareText, GRAPHEME_CLUSTERS);
        actions(holder.path("actions"), path + "actions", 1, maxActions);
        if (holder.has("defaultAction")) {
            actions.check(holder.path("defaultAction"), path + "defaultAction.", ActionRules.Place.FLEX_COMPONENT);
        }
    }

    private void confirm(JsonNode template, String path) {
        inspection.text(template, "text", path, 240, GRAPHEME_CLUSTERS);
        actions(template.path("actions"), path + "actions", 2, 2);
    }

    private void carousel(JsonNode template, String path) {
        JsonNode columns = template.path("columns");
        inspection.size(columns, path + "columns", 1, 10);
        for (int i = 0; i < columns.size(); i++) {
            buttons(columns.get(i), path + "columns[" + i + "].", 120, 3);
            inspection.require(
                    columns.get(i).path("actions").size()
                            == columns.get(0).path("actions").size(),
                    "All columns must have the same number of actions",
                    path + "columns[" + i + "].actions");
        }
    }

    private void imageCarousel(JsonNode template, String path) {
        JsonNode columns = template.path("columns");
        inspection.size(columns, path + "columns", 1, 10);
        for (int i = 0; i < columns.size(); i++) {
            String column = path + "columns[" + i + "].";
            inspection.url(columns.get(i), "imageUrl", column, 2000, HTTPS);
            actions.check(columns.get(i).path("action"), column + "action.", ActionRules.Place.TEMPLATE);
        }
    }

    private void actions(JsonNode list, String path, int min, int max) {
        inspection.size(list, path, min, max);
        for (int i = 0; i < list.size(); i++) {
            actions.check(list.get(i), path + "[" + i + "].", ActionRules.Place.TEMPLATE);
        }
    }
}
