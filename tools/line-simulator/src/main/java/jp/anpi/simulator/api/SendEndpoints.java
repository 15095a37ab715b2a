package jp.anpi.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.anpi.simulator.platform.Identifiers;
import jp.anpi.simulator.platform.Platform;
import jp.anpi.simulator.platform.Refusal;
import jp.anpi.simulator.platform.Sending;
import jp.anpi.simulator.rules.Problem;

/**
 * Sending: reply, push, multicast, broadcast, narrowcast and their validation
 * (https://developers.line.biz/en/reference/messaging-api/#messages).
 */
final class SendEndpoints {

    private static final String RETRY_KEY = "x-line-retry-key";
    private static final int MAX_RECIPIENTS = 500;

    private final Platform platform;

    SendEndpoints(Platform platform) {
        this.platform = platform;
    }

    void addTo(Routes routes) {
        routes.post("/v2/bot/message/reply", this::reply)
                .post("/v2/bot/message/push", this::push)
                .post("/v2/bot/message/multicast", this::multicast)
                .post("/v2/bot/message/broadcast", this::broadcast)
                .post("/v2/bot/message/narrowcast", this::narrowcast);
        for (String way : List.of("reply", "push", "multicast", "broadcast", "narrowcast")) {
            boolean groups = way.equals("reply") || way.equals("push");
            routes.post("/v2/bot/message/validate/" + way, call -> {
                MessageCheck.messages(call.json(), groups);
                return Answer.ok();
            });
        }
    }

    private Answer reply(Call call) {
        if (call.header().apply(RETRY_KEY) != null) {
            throw Refusal.of(400, "The retry key is not supported for this endpoint");
        }
        ObjectNode body = call.json();
        String token = text(body, "replyToken");
        ArrayNode messages = MessageCheck.messages(body, true);
        MessageCheck.commonFields(body);
        return Answer.ok(new Sending(platform, call.now(), call.requestId(), Optional.empty(), messages).reply(token));
    }

    private Answer push(Call call) {
        Optional<String> retryKey = retryKey(call);
        ObjectNode body = call.json();
        String to = text(body, "to");
        if (!Identifiers.isChat(to)) {
            throw Refusal.invalidProperty("to");
        }
        ArrayNode messages = MessageCheck.messages(body, !Identifiers.isUser(to));
        MessageCheck.commonFields(body);
        return Answer.ok(new Sending(platform, call.now(), call.requestId(), retryKey, messages).push(to));
    }

    private Answer multicast(Call call) {
        Optional<String> retryKey = retryKey(call);
        ObjectNode body = call.json();
        List<String> to = recipients(body.path("to"), "to");
        ArrayNode messages = MessageCheck.messages(body, false);
        MessageCheck.commonFields(body);
        new Sending(platform, call.now(), call.requestId(), retryKey, messages).multicast(to);
        return Answer.ok();
    }

    private Answer broadcast(Call call) {
        Optional<String> retryKey = retryKey(call);
        ObjectNode body = call.json();
        ArrayNode messages = MessageCheck.messages(body, false);
        new Sending(platform, call.now(), call.requestId(), retryKey, messages).broadcast();
        return Answer.ok();
    }

    private Answer narrowcast(Call call) {
        Optional<String> retryKey = retryKey(call);
        ObjectNode body = call.json();
        ArrayNode messages = MessageCheck.messages(body, false);
        new Sending(platform, call.now(), call.requestId(), retryKey, messages).narrowcast();
        return Answer.accepted();
    }

    private static Optional<String> retryKey(Call call) {
        Optional<String> key = Optional.ofNullable(call.header().apply(RETRY_KEY));
        if (key.isPresent() && !Identifiers.isRetryKey(key.get())) {
            throw Refusal.of(400, "The retry key is invalid");
        }
        return key;
    }

    private static String text(JsonNode body, String name) {
        JsonNode value = body.path(name);
        if (!value.isTextual() || value.asText().isEmpty()) {
            throw Refusal.problems(List.of(new Problem("May not be empty", name)));
        }
        return value.asText();
    }

    /** 1 to 500 well-formed user ids. */
    static List<String> recipients(JsonNode list, String name) {
        if (!list.isArray() || list.isEmpty() || list.size() > MAX_RECIPIENTS) {
            throw Refusal.problems(List.of(new Problem("Size must be between 1 and " + MAX_RECIPIENTS, name)));
        }
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (!Identifiers.isUser(list.get(i).asText())) {
                throw Refusal.invalidProperty(name + "[" + i + "]");
            }
            ids.add(list.get(i).asText());
        }
        return ids;
    }
}
