package jp.anpi.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import jp.anpi.simulator.platform.Platform;

/** The message objects that a phone produces, as webhooks carry them. */
final class Drawing {

    private static final String STICKER_PACKAGE = "446";
    private static final String STICKER = "1988";

    private final Platform platform;

    Drawing(Platform platform) {
        this.platform = platform;
    }

    Function<Platform, ObjectNode> text(String text) {
        return drawn -> quotable("text").put("text", text);
    }

    Function<Platform, ObjectNode> sticker() {
        return drawn -> quotable("sticker")
                .put("packageId", STICKER_PACKAGE)
                .put("stickerId", STICKER)
                .put("stickerResourceType", "STATIC");
    }

    Function<Platform, ObjectNode> photo() {
        return drawn -> {
            ObjectNode photo = quotable("image");
            photo.putObject("contentProvider").put("type", "line");
            platform.photos().put(photo.path("id").asText(), "image/png");
            return photo;
        };
    }

    Function<Platform, ObjectNode> location() {
        return drawn -> message("location")
                .put("title", "現在地")
                .put("address", "東京都千代田区霞が関2丁目1-2")
                .put("latitude", 35.6742)
                .put("longitude", 139.7526);
    }

    Function<Platform, ObjectNode> unknown(String type) {
        return drawn -> message(type);
    }

    private ObjectNode quotable(String type) {
        return message(type).put("quoteToken", platform.identifiers().token(20));
    }

    private ObjectNode message(String type) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("id", platform.identifiers().message());
    }
}
