package jp.anpi.simulator.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.anpi.simulator.chat.Chat;
import jp.anpi.simulator.chat.Direction;
import jp.anpi.simulator.chat.Via;

/**
 * One request to send something, from its acceptance to the chats it enters. Acceptance is not delivery: who blocks the
 * account or is no friend receives nothing, uncounted, and the sender hears 200
 * (https://developers.line.biz/en/reference/messaging-api/#send-push-message).
 */
public final class Sending {

    private static final Set<String> NOT_QUOTABLE = Set.of("audio", "location");

    private final Platform platform;
    private final Instant now;
    private final String requestId;
    private final Optional<String> retryKey;
    private final ArrayNode messages;

    /** @param messages already found valid */
    public Sending(Platform platform, Instant now, String requestId, Optional<String> retryKey, ArrayNode messages) {
        this.platform = platform;
        this.now = now;
        this.requestId = requestId;
        this.retryKey = retryKey;
        this.messages = messages;
    }

    public ObjectNode reply(String replyToken) {
        String chatId = platform.replyTokens().use(replyToken, platform.wallTime());
        ArrayNode numbered = numbered();
        Optional<Person> person = platform.person(chatId);
        if (person.isPresent()) {
            boolean reached = !person.get().isBlocked() && !person.get().isDeleted();
            deliver(Via.REPLY, reached ? List.of(person.get().chat()) : List.of(), reached ? 1 : 0, numbered);
        } else {
            platform.group(chatId)
                    .filter(GroupChat::hasBot)
                    .ifPresent(group -> deliver(
                            Via.REPLY, List.of(group.chat()), group.members().size(), numbered));
        }
        return sentMessages(numbered);
    }

    public ObjectNode push(String to) {
        refuseAccepted();
        ArrayNode numbered = numbered();
        Optional<Person> person = platform.person(to);
        if (person.isPresent()) {
            send(Via.PUSH, person.stream().toList(), numbered);
        } else {
            GroupChat group = platform.group(to)
                    .filter(GroupChat::hasBot)
                    .orElseThrow(() -> Refusal.of(400, "Failed to send messages"));
            int reach = group.members().size();
            platform.quota().refuseBeyondLimit(now, reach);
            deliver(Via.PUSH, List.of(group.chat()), reach, numbered);
        }
        ObjectNode sent = sentMessages(numbered);
        accept((ArrayNode) sent.path("sentMessages"));
        return sent;
    }

    /** Ids nobody has are skipped. */
    public void multicast(Collection<String> userIds) {
        toMany(
                Via.MULTICAST,
                userIds.stream()
                        .distinct()
                        .flatMap(id -> platform.person(id).stream())
                        .toList());
    }

    public void broadcast() {
        toMany(
                Via.BROADCAST,
                platform.people().stream().filter(Person::isFriend).toList());
    }

    public void narrowcast() {
        toMany(
                Via.NARROWCAST,
                platform.people().stream().filter(Person::isFriend).toList());
    }

    private void toMany(Via via, List<Person> people) {
        refuseAccepted();
        send(via, people, numbered());
        accept(null);
    }

    private void send(Via via, List<Person> people, ArrayNode numbered) {
        List<Chat> chats = people.stream()
                .filter(person -> person.isReachable(now))
                .map(Person::chat)
                .toList();
        platform.quota().refuseBeyondLimit(now, chats.size());
        deliver(via, chats, chats.size(), numbered);
    }

    private void deliver(Via via, List<Chat> chats, int people, ArrayNode numbered) {
        platform.quota().count(via, now, people);
        for (Chat chat : chats) {
            for (JsonNode message : numbered) {
                platform.enter(chat, now, Direction.FROM_ACCOUNT, via, null, message, requestId);
            }
        }
    }

    private void refuseAccepted() {
        retryKey.ifPresent(key -> platform.retryKeys().refuseAccepted(key, now));
    }

    private void accept(ArrayNode sentMessages) {
        retryKey.ifPresent(key -> platform.retryKeys().accept(key, now, requestId, sentMessages));
    }

    private ArrayNode numbered() {
        ArrayNode numbered = JsonNodeFactory.instance.arrayNode();
        messages.forEach(message -> numbered.add(((ObjectNode) message.deepCopy())
                .put("id", platform.identifiers().message())));
        return numbered;
    }

    private ObjectNode sentMessages(ArrayNode numbered) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode sent = body.putArray("sentMessages");
        for (JsonNode message : numbered) {
            ObjectNode item = sent.addObject().put("id", message.path("id").asText());
            if (!NOT_QUOTABLE.contains(message.path("type").asText())) {
                item.put("quoteToken", platform.identifiers().token(20));
            }
        }
        return body;
    }
}
