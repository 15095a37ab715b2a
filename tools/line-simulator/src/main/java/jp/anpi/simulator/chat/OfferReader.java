package jp.anpi.simulator.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Finds everything that can be tapped in a message object, in the order in which a person reads it. */
final class OfferReader {

    private final List<Offer> offers = new ArrayList<>();

    private OfferReader() {}

    static List<Offer> read(JsonNode message) {
        OfferReader reader = new OfferReader();
        reader.flex(message.path("contents"), "/contents");
        reader.template(message.path("template"), "/template");
        reader.imagemap(message);
        reader.quickReply(message.path("quickReply").path("items"), "/quickReply/items");
        return List.copyOf(reader.offers);
    }

    private void flex(JsonNode component, String pointer) {
        if (component.has("action")) {
            add(component, component.path("action"), pointer + "/action", Offer.Kind.IN_MESSAGE);
        }
        for (String block : List.of("header", "hero", "body", "footer")) {
            if (component.has(block)) {
                flex(component.path(block), pointer + "/" + block);
            }
        }
        JsonNode contents = component.path("contents");
        for (int i = 0; i < contents.size(); i++) {
            flex(contents.get(i), pointer + "/contents/" + i);
        }
    }

    private void template(JsonNode template, String pointer) {
        actions(template.path("actions"), pointer + "/actions");
        if (template.has("defaultAction")) {
            add(template, template.path("defaultAction"), pointer + "/defaultAction", Offer.Kind.IN_MESSAGE);
        }
        JsonNode columns = template.path("columns");
        for (int i = 0; i < columns.size(); i++) {
            String column = pointer + "/columns/" + i;
            actions(columns.get(i).path("actions"), column + "/actions");
            if (columns.get(i).has("action")) {
                add(columns.get(i), columns.get(i).path("action"), column + "/action", Offer.Kind.IN_MESSAGE);
            }
        }
    }

    private void imagemap(JsonNode message) {
        if (message.path("type").asText().equals("imagemap")) {
            actions(message.path("actions"), "/actions");
        }
    }

    private void actions(JsonNode actions, String pointer) {
        for (int i = 0; i < actions.size(); i++) {
            add(actions.get(i), actions.get(i), pointer + "/" + i, Offer.Kind.IN_MESSAGE);
        }
    }

    private void quickReply(JsonNode items, String pointer) {
        for (int i = 0; i < items.size(); i++) {
            JsonNode action = items.get(i).path("action");
            add(items.get(i), action, pointer + "/" + i + "/action", Offer.Kind.QUICK_REPLY);
        }
    }

    private void add(JsonNode holder, JsonNode action, String pointer, Offer.Kind kind) {
        offers.add(new Offer(label(holder, action), kind, action, pointer));
    }

    /** An action on a box, a text or an image needs no label; a person then goes by the words it encloses. */
    private static String label(JsonNode holder, JsonNode action) {
        String label = action.path("label").asText();
        return label.isEmpty() ? PlainText.of(holder, UnaryOperator.identity()) : label;
    }
}
