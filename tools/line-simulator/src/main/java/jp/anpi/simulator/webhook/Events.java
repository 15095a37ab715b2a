package jp.anpi.simulator.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.anpi.simulator.platform.GroupChat;
import jp.anpi.simulator.platform.Person;
import jp.anpi.simulator.platform.Platform;

/** Makes webhook event objects. Call it under the lock of the platform. */
public final class Events {

    private final Platform platform;
    private final WebhookSwitches switches;

    public Events(Platform platform, WebhookSwitches switches) {
        this.platform = platform;
        this.switches = switches;
    }

    /** A person in the 1:1 chat. */
    public static ObjectNode sourceOf(Person person) {
        return object().put("type", "user").put("userId", person.userId());
    }

    /** A group without saying who. */
    public static ObjectNode sourceOf(GroupChat group) {
        return object().put("type", "group").put("groupId", group.groupId());
    }

    /** A member of a group. */
    public static ObjectNode sourceOf(GroupChat group, Person person) {
        return sourceOf(group).put("userId", person.userId());
    }

    public WebhookEvent follow(Person person, Instant at, boolean unblocks) {
        ObjectNode event = event("follow", sourceOf(person), at);
        event.putObject("follow").put("isUnblocked", unblocks);
        return answerable(event);
    }

    public WebhookEvent unfollow(Person person, Instant at) {
        return new WebhookEvent(event("unfollow", sourceOf(person), at));
    }

    public WebhookEvent message(ObjectNode source, Instant at, ObjectNode message) {
        ObjectNode event = event("message", source, at);
        event.set("message", message);
        return answerable(event);
    }

    public WebhookEvent unsend(ObjectNode source, Instant at, String messageId) {
        ObjectNode event = event("unsend", source, at);
        event.putObject("unsend").put("messageId", messageId);
        return new WebhookEvent(event);
    }

    /** @param params empty where nothing was picked */
    public WebhookEvent postback(ObjectNode source, Instant at, String data, Map<String, String> params) {
        ObjectNode event = event("postback", source, at);
        ObjectNode postback = event.putObject("postback").put("data", data);
        if (!params.isEmpty()) {
            ObjectNode picked = postback.putObject("params");
            params.forEach(picked::put);
        }
        return answerable(event);
    }

    public WebhookEvent join(GroupChat group, Instant at) {
        return answerable(event("join", sourceOf(group), at));
    }

    public WebhookEvent leave(GroupChat group, Instant at) {
        return new WebhookEvent(event("leave", sourceOf(group), at));
    }

    public WebhookEvent memberJoined(GroupChat group, Instant at, List<Person> people) {
        return answerable(members(event("memberJoined", sourceOf(group), at), "joined", people));
    }

    public WebhookEvent memberLeft(GroupChat group, Instant at, List<Person> people) {
        return new WebhookEvent(members(event("memberLeft", sourceOf(group), at), "left", people));
    }

    public WebhookEvent accountLink(Person person, Instant at, String nonce) {
        ObjectNode event = event("accountLink", sourceOf(person), at);
        event.putObject("link").put("result", "ok").put("nonce", nonce);
        return answerable(event);
    }

    /** A type of event that no client knows yet. */
    public WebhookEvent unknown(Person person, Instant at, String type) {
        ObjectNode event = event(type, sourceOf(person), at);
        event.putObject(type).put("purpose", "not known yet");
        return answerable(event);
    }

    private static ObjectNode members(ObjectNode event, String name, List<Person> people) {
        ObjectNode holder = event.putObject(name);
        people.forEach(person -> holder.withArray("members").add(sourceOf(person)));
        return event;
    }

    private ObjectNode event(String type, ObjectNode source, Instant at) {
        ObjectNode event = object().put("type", type)
                .put("mode", switches.isStandby() ? "standby" : "active")
                .put("timestamp", at.toEpochMilli());
        event.set("source", source);
        event.put("webhookEventId", platform.identifiers().ulid(at));
        event.putObject("deliveryContext").put("isRedelivery", false);
        return event;
    }

    private WebhookEvent answerable(ObjectNode event) {
        if (!switches.isStandby()) {
            String token = platform.identifiers().token(16);
            event.put("replyToken", token);
            ObjectNode source = (ObjectNode) event.path("source");
            String chatId = source.path("groupId").asText(source.path("userId").asText());
            platform.replyTokens().issue(token, chatId, platform.wallTime());
        }
        return new WebhookEvent(event);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
