package jp.anpi.simulator.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.util.List;
import jp.anpi.simulator.platform.Platform;
import jp.anpi.simulator.platform.Refusal;
import jp.anpi.simulator.rules.Problem;
import jp.anpi.simulator.webhook.WebhookDelivery;
import jp.anpi.simulator.webhook.Webhooks;

/**
 * Where webhooks go (https://developers.line.biz/en/reference/messaging-api/#webhook-settings). Unlike LINE, plain http
 * is allowed, because the product of a demonstration has no certificate.
 */
final class WebhookSettingEndpoints {

    private static final int MAX_URL = 500;

    private final Platform platform;
    private final Webhooks webhooks;

    WebhookSettingEndpoints(Platform platform, Webhooks webhooks) {
        this.platform = platform;
        this.webhooks = webhooks;
    }

    void addTo(Routes routes) {
        routes.get("/v2/bot/channel/webhook/endpoint", call -> get())
                .put("/v2/bot/channel/webhook/endpoint", this::set)
                .post("/v2/bot/channel/webhook/test", this::test);
    }

    private Answer get() {
        URI endpoint = webhooks.endpoint().orElseThrow(() -> Refusal.of(404, "Webhook endpoint not found"));
        return Answer.ok(JsonNodeFactory.instance
                .objectNode()
                .put("endpoint", endpoint.toString())
                .put("active", webhooks.switches().isActive()));
    }

    private Answer set(Call call) {
        webhooks.endpoint(url(call.json().path("endpoint").asText()));
        return Answer.ok();
    }

    private Answer test(Call call) {
        String other = call.json().path("endpoint").asText("");
        URI url = other.isEmpty()
                ? webhooks.endpoint().orElseThrow(() -> Refusal.of(404, "Webhook endpoint not found"))
                : url(other);
        WebhookDelivery delivery = webhooks.test(url);
        return Answer.ok(JsonNodeFactory.instance
                .objectNode()
                .put("success", delivery.succeeded())
                .put("timestamp", platform.wallTime().toString())
                .put("statusCode", delivery.status())
                .put("reason", delivery.outcome().name())
                .put("detail", delivery.succeeded() ? "200" : delivery.outcome().name()));
    }

    private static URI url(String text) {
        if (!text.matches("https?://.+") || text.length() > MAX_URL) {
            throw Refusal.problems(List.of(new Problem("Invalid webhook endpoint URL", "endpoint")));
        }
        return URI.create(text);
    }
}
