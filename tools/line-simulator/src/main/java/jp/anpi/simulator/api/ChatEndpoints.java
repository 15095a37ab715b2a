package jp.anpi.simulator.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import jp.anpi.simulator.platform.Identifiers;
import jp.anpi.simulator.platform.Platform;
import jp.anpi.simulator.platform.Refusal;
import jp.anpi.simulator.rules.Problem;

/** What belongs to one chat: the loading animation, read marks, link tokens, the content of photos. */
final class ChatEndpoints {

    /** A grey dot: nobody looks at it, but it is a picture. */
    private static final byte[] PHOTO = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNsaGj4DwAFhAKAjM1mJgAAAABJRU5ErkJggg==");

    private final Platform platform;

    ChatEndpoints(Platform platform) {
        this.platform = platform;
    }

    void addTo(Routes routes) {
        routes.post("/v2/bot/chat/loading/start", this::loading)
                .post("/v2/bot/chat/markAsRead", this::markAsRead)
                .post("/v2/bot/user/{userId}/linkToken", this::linkToken)
                .get("/v2/bot/message/{messageId}/content", this::content)
                .get("/v2/bot/message/{messageId}/content/preview", this::content);
    }

    private Answer loading(Call call) {
        ObjectNode body = call.json();
        String chatId = body.path("chatId").asText();
        int seconds = body.path("loadingSeconds").asInt(20);
        if (!Identifiers.isUser(chatId)) {
            throw Refusal.problems(List.of(new Problem("Must be a user id", "chatId")));
        }
        if (seconds < 5 || seconds > 60 || seconds % 5 != 0) {
            throw Refusal.problems(List.of(new Problem("Must be a multiple of 5 between 5 and 60", "loadingSeconds")));
        }
        platform.person(chatId).ifPresent(person -> person.chat()
                .loadingUntil(platform.wallTime().plusSeconds(seconds)));
        return Answer.accepted();
    }

    private Answer markAsRead(Call call) {
        String token = call.json().path("markAsReadToken").asText();
        if (!platform.chatsByReadToken().containsKey(token)) {
            throw Refusal.problems(List.of(new Problem("Invalid token", "markAsReadToken")));
        }
        return Answer.ok();
    }

    private Answer linkToken(Call call) {
        String userId = call.parameter().apply("userId");
        platform.person(userId).orElseThrow(Refusal::notFound);
        String token = platform.identifiers().token(16);
        platform.linkTokens().issue(token, userId, platform.wallTime());
        return Answer.ok(JsonNodeFactory.instance.objectNode().put("linkToken", token));
    }

    private Answer content(Call call) {
        String type = platform.photos().get(call.parameter().apply("messageId"));
        if (type == null) {
            throw Refusal.notFound();
        }
        return Answer.bytes(type, PHOTO);
    }
}
