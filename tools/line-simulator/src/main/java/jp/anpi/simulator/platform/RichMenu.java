package jp.anpi.simulator.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.anpi.simulator.chat.Offer;

/** A rich menu made by API, with the image that is given to it once. */
public final class RichMenu {

    /** An image as it was uploaded. */
    public record Image(byte[] bytes, String contentType) {}

    private final String id;
    private final ObjectNode definition;
    private Image image;

    RichMenu(String id, ObjectNode definition) {
        this.id = id;
        this.definition = definition;
    }

    public String id() {
        return id;
    }

    public Optional<Image> image() {
        return Optional.ofNullable(image);
    }

    public void upload(Image uploaded) {
        if (image != null) {
            throw Refusal.of(400, "An image has already been uploaded to the richmenu");
        }
        image = uploaded;
    }

    /** The definition with its id, as LINE answers it. */
    public ObjectNode json() {
        return definition.deepCopy().put("richMenuId", id);
    }

    /** What its areas offer; an area without a label goes by the text that it sends. */
    public List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        JsonNode areas = definition.path("areas");
        for (int i = 0; i < areas.size(); i++) {
            JsonNode action = areas.get(i).path("action");
            String fallback =
                    action.path("displayText").asText(action.path("text").asText());
            offers.add(new Offer(
                    action.path("label").asText(fallback), Offer.Kind.RICH_MENU, action, "/areas/" + i + "/action"));
        }
        return offers;
    }
}
