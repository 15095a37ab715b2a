package jp.anpi.simulator.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.Map;
import jp.anpi.simulator.platform.AccessTokens;
import jp.anpi.simulator.platform.Platform;
import jp.anpi.simulator.platform.Refusal;

/**
 * Channel access tokens by channel id and secret: stateless and short-lived
 * (https://developers.line.biz/en/reference/messaging-api/#channel-access-token).
 */
final class TokenEndpoints {

    private final Platform platform;

    TokenEndpoints(Platform platform) {
        this.platform = platform;
    }

    void addTo(Routes routes) {
        routes.open(HandlerType.POST, "/oauth2/v3/token", call -> issue(call, AccessTokens.STATELESS))
                .open(HandlerType.POST, "/v2/oauth/accessToken", call -> issue(call, AccessTokens.SHORT_LIVED))
                .open(HandlerType.POST, "/v2/oauth/verify", this::verify)
                .open(HandlerType.POST, "/v2/oauth/revoke", call -> {
                    platform.accessTokens().revoke(call.form().getOrDefault("access_token", ""));
                    return new Answer(200, "application/json", new byte[0], Map.of());
                });
    }

    private Answer issue(Call call, Duration life) {
        Map<String, String> form = call.form();
        if (!"client_credentials".equals(form.get("grant_type"))) {
            throw Refusal.oauth("invalid_request", "some parameters missed or invalid");
        }
        if (!platform.bot().channelId().equals(form.get("client_id"))
                || !platform.bot().channelSecret().equals(form.get("client_secret"))) {
            throw Refusal.oauth("invalid_client", "Invalid 'client_credentials'.");
        }
        String token = platform.identifiers().token(40);
        platform.accessTokens().issue(token, life, platform.wallTime());
        return Answer.ok(
                object().put("token_type", "Bearer").put("access_token", token).put("expires_in", life.toSeconds()));
    }

    private Answer verify(Call call) {
        String token = call.form().getOrDefault("access_token", "");
        Duration left = platform.accessTokens()
                .remaining(token, platform.wallTime())
                .orElseThrow(() -> Refusal.oauth("invalid_request", "access token expired"));
        return Answer.ok(object().put("client_id", platform.bot().channelId())
                .put("expires_in", left.toSeconds())
                .put("scope", "P CM"));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
