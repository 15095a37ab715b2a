package jp.anpi.simulator.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import jp.anpi.simulator.platform.GroupChat;
import jp.anpi.simulator.platform.Identifiers;
import jp.anpi.simulator.platform.Person;
import jp.anpi.simulator.platform.Platform;
import jp.anpi.simulator.platform.Refusal;

/**
 * Who there is: profiles, friends, groups, the account itself
 * (https://developers.line.biz/en/reference/messaging-api/#users, #group).
 */
final class PeopleEndpoints {

    private static final int MEMBERS_AT_ONCE = 100;

    private final Platform platform;

    PeopleEndpoints(Platform platform) {
        this.platform = platform;
    }

    void addTo(Routes routes) {
        routes.get("/v2/bot/info", call -> info())
                .get("/v2/bot/profile/{userId}", this::profile)
                .get("/v2/bot/followers/ids", this::followers)
                .get("/v2/bot/group/{groupId}/summary", this::summary)
                .get("/v2/bot/group/{groupId}/members/count", this::count)
                .get("/v2/bot/group/{groupId}/members/ids", this::members)
                .get("/v2/bot/group/{groupId}/member/{userId}", this::member)
                .post("/v2/bot/group/{groupId}/leave", this::leave);
    }

    private Answer info() {
        return Answer.ok(object().put("userId", platform.bot().userId())
                .put("basicId", platform.bot().basicId())
                .put("displayName", platform.bot().displayName())
                .put("chatMode", "bot")
                .put("markAsReadMode", "auto"));
    }

    private Answer profile(Call call) {
        String userId = call.parameter().apply("userId");
        if (!Identifiers.isUser(userId)) {
            throw Refusal.of(400, "The value for the 'userId' parameter is invalid");
        }
        Person person = platform.person(userId).filter(Person::showsProfile).orElseThrow(Refusal::notFound);
        return Answer.ok(object().put("userId", person.userId())
                .put("displayName", person.name())
                .put("language", "ja"));
    }

    private Answer followers(Call call) {
        requireVerified();
        int limit = number(call.query().apply("limit"), 300);
        if (limit < 1 || limit > 1000) {
            throw Refusal.of(400, "The value for the 'limit' parameter is invalid");
        }
        List<String> ids = platform.people().stream()
                .filter(Person::isFriend)
                .map(Person::userId)
                .toList();
        return page(ids, call, limit, "userIds");
    }

    private Answer summary(Call call) {
        GroupChat group = group(call);
        return Answer.ok(object().put("groupId", group.groupId()).put("groupName", group.name()));
    }

    private Answer count(Call call) {
        return Answer.ok(object().put("count", group(call).members().size()));
    }

    private Answer members(Call call) {
        requireVerified();
        List<String> ids = group(call).members().stream().map(Person::userId).toList();
        return page(ids, call, MEMBERS_AT_ONCE, "memberIds");
    }

    private Answer member(Call call) {
        String userId = call.parameter().apply("userId");
        Person person = group(call).members().stream()
                .filter(candidate -> candidate.userId().equals(userId))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return Answer.ok(object().put("displayName", person.name()).put("userId", person.userId()));
    }

    private Answer leave(Call call) {
        group(call).botLeaves();
        return Answer.ok();
    }

    private GroupChat group(Call call) {
        String groupId = call.parameter().apply("groupId");
        if (!Identifiers.isChat(groupId) || !groupId.startsWith("C")) {
            throw Refusal.of(400, "The value for the 'groupId' parameter is invalid");
        }
        return platform.group(groupId).filter(GroupChat::hasBot).orElseThrow(Refusal::notFound);
    }

    private void requireVerified() {
        if (!platform.bot().verified()) {
            throw Refusal.of(403, "Access to this API is not available for your account");
        }
    }

    private static Answer page(List<String> ids, Call call, int limit, String name) {
        int start = number(call.query().apply("start"), 0);
        int end = Math.min(ids.size(), start + limit);
        ObjectNode body = object();
        var array = body.putArray(name);
        ids.subList(Math.min(start, end), end).forEach(array::add);
        if (end < ids.size()) {
            body.put("next", Integer.toString(end));
        }
        return Answer.ok(body);
    }

    private static int number(String text, int otherwise) {
        try {
            return Optional.ofNullable(text).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw Refusal.of(400, "A query parameter is invalid");
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
