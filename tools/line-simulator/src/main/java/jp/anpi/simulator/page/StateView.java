package jp.anpi.simulator.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import jp.anpi.simulator.chat.Chat;
import jp.anpi.simulator.chat.ChatEntry;
import jp.anpi.simulator.platform.GroupChat;
import jp.anpi.simulator.platform.Person;
import jp.anpi.simulator.platform.Platform;
import jp.anpi.simulator.platform.RichMenu;

/** What a page shows of the phones, as JSON. */
final class StateView {

    private static final int NEWEST = 200;

    private final Platform platform;

    StateView(Platform platform) {
        this.platform = platform;
    }

    /** @param now on the simulated clock */
    ObjectNode of(Instant now) {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        state.put("now", now.toString());
        synchronized (platform) {
            state.putObject("account")
                    .put("userId", platform.bot().userId())
                    .put("basicId", platform.bot().basicId())
                    .put("name", platform.bot().displayName());
            ObjectNode quota =
                    state.putObject("quota").put("used", platform.quota().usedIn(now));
            platform.quota().monthlyLimit().ifPresent(limit -> quota.put("limit", limit));
            ArrayNode phones = state.putArray("phones");
            platform.people().forEach(person -> phones.add(phone(person)));
            ArrayNode groups = state.putArray("groups");
            platform.groups().forEach(group -> groups.add(group(group)));
        }
        return state;
    }

    private ObjectNode phone(Person person) {
        ObjectNode phone = JsonNodeFactory.instance.objectNode();
        phone.put("userId", person.userId())
                .put("name", person.name())
                .put("friend", person.isFriend())
                .put("blocked", person.isBlocked())
                .put("loading", platform.wallTime().isBefore(person.chat().loadingUntil()));
        phone.set("entries", entries(person.chat()));
        platform.richMenus().visibleTo(person).map(RichMenu::json).ifPresent(menu -> phone.set("richMenu", menu));
        return phone;
    }

    private static ObjectNode group(GroupChat group) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("groupId", group.groupId()).put("name", group.name()).put("bot", group.hasBot());
        ArrayNode members = json.putArray("members");
        group.members().forEach(member -> members.add(member.userId()));
        json.set("entries", entries(group.chat()));
        return json;
    }

    private static ArrayNode entries(Chat chat) {
        List<ChatEntry> all = chat.entries();
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        for (ChatEntry entry : all.subList(Math.max(0, all.size() - NEWEST), all.size())) {
            ObjectNode json = entries.addObject()
                    .put("number", entry.number())
                    .put("at", entry.at().toString())
                    .put("direction", entry.direction().name())
                    .put("via", entry.via().name())
                    .put("from", entry.from())
                    .put("fromName", entry.fromName())
                    .put("text", entry.text())
                    .put("quickReply", chat.showsQuickReplyOf(entry));
            json.set("message", entry.message());
        }
        return entries;
    }
}
