package jp.anpi.simulator.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** An event as it will be sent. */
public record WebhookEvent(ObjectNode json) {

    public String id() {
        return json.path("webhookEventId").asText();
    }

    Optional<String> replyToken() {
        return Optional.ofNullable(json.path("replyToken").asText(null));
    }

    /** The same event once more, as LINE sends it again after a failure. */
    WebhookEvent redelivery() {
        ObjectNode again = json.deepCopy();
        again.putObject("deliveryContext").put("isRedelivery", true);
        return new WebhookEvent(again);
    }
}
