package jp.anpi.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import jp.anpi.simulator.chat.Offer;

/**
 * What a tap on an action does (https://developers.line.biz/en/docs/messaging-api/actions/): a postback tells the
 * product, a message speaks for the person, a uri opens something of which the product hears nothing.
 */
final class Tap {

    private final Conversation conversation;

    Tap(Conversation conversation) {
        this.conversation = conversation;
    }

    Reaction tap(Offer offer) {
        JsonNode action = offer.action();
        return switch (offer.type()) {
            case "postback" -> postback(offer, Map.of());
            case "message" -> {
                close(offer);
                yield conversation.type(action.path("text").asText());
            }
            case "uri" -> {
                close(offer);
                yield Reaction.opened(
                        action.path("uri").asText(action.path("linkUri").asText()));
            }
            case "clipboard" -> {
                close(offer);
                yield Reaction.copied(action.path("clipboardText").asText());
            }
            case "datetimepicker" ->
                throw new IllegalStateException("「" + offer.label() + "」 opens a picker: say what is picked");
            case "richmenuswitch" -> switchMenu(offer);
            case "camera", "cameraRoll" -> {
                close(offer);
                yield conversation.photo();
            }
            case "location" -> {
                close(offer);
                yield conversation.write(new Drawing(conversation.platform).location());
            }
            default -> throw new IllegalStateException("Nobody can tap " + action);
        };
    }

    /** Picks a value in the picker that this offer opens. */
    Reaction pick(Offer offer, String mode, String value) {
        JsonNode action = offer.action();
        if (!offer.type().equals("datetimepicker")
                || !action.path("mode").asText().equals(mode)) {
            throw new IllegalStateException("「" + offer.label() + "」 opens no picker for a " + mode);
        }
        if (action.has("min") && value.compareTo(action.path("min").asText()) < 0
                || action.has("max") && value.compareTo(action.path("max").asText()) > 0) {
            throw new IllegalArgumentException(value + " lies outside of what 「" + offer.label() + "」 lets one pick");
        }
        return postback(offer, Map.of(mode, value));
    }

    private Reaction postback(Offer offer, Map<String, String> params) {
        JsonNode action = offer.action();
        Reaction reaction = conversation.tell(at -> {
            close(offer);
            if (action.has("displayText")) {
                conversation.show(at, action.path("displayText").asText());
            }
            return conversation.events.postback(
                    conversation.postbackSource(), at, action.path("data").asText(), params);
        });
        if (action.has("text")) {
            conversation.type(action.path("text").asText());
        }
        return reaction;
    }

    private Reaction switchMenu(Offer offer) {
        String alias = offer.action().path("richMenuAliasId").asText();
        return conversation.tell(at -> {
            var menus = conversation.platform.richMenus();
            String menu = menus.aliases().get(alias);
            if (menu != null) {
                menus.link(Optional.of(conversation.person), menu);
            }
            String status = menu == null ? "RICHMENU_ALIAS_ID_NOTFOUND" : "SUCCESS";
            return conversation.events.postback(
                    conversation.postbackSource(),
                    at,
                    offer.action().path("data").asText(),
                    Map.of("newRichMenuAliasId", alias, "status", status));
        });
    }

    private void close(Offer offer) {
        if (offer.kind() == Offer.Kind.QUICK_REPLY) {
            synchronized (conversation.platform) {
                conversation.chat().quickReplyTapped();
            }
        }
    }
}
