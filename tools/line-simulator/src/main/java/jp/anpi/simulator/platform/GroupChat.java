package jp.anpi.simulator.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.anpi.simulator.chat.Chat;

/** A group of people, to which the official account may belong. Who is in it is no friend of the account for that. */
public final class GroupChat {

    private final String groupId;
    private final String name;
    private final Map<String, Person> members = new LinkedHashMap<>();
    private final Chat chat;
    private boolean botIsMember;

    GroupChat(String groupId, String name, Chat chat) {
        this.groupId = groupId;
        this.name = name;
        this.chat = chat;
    }

    public String groupId() {
        return groupId;
    }

    public String name() {
        return name;
    }

    public Chat chat() {
        return chat;
    }

    public boolean hasBot() {
        return botIsMember;
    }

    public void botJoins() {
        botIsMember = true;
    }

    public void botLeaves() {
        botIsMember = false;
    }

    public List<Person> members() {
        return List.copyOf(members.values());
    }

    public boolean has(String userId) {
        return members.containsKey(userId);
    }

    public void add(Person person) {
        members.put(person.userId(), person);
    }

    public void remove(Person person) {
        members.remove(person.userId());
    }
}
