package jp.anpi.simulator.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import jp.anpi.simulator.chat.Chat;
import jp.anpi.simulator.chat.ChatEntry;
import jp.anpi.simulator.chat.Direction;
import jp.anpi.simulator.chat.PlainText;
import jp.anpi.simulator.chat.Via;

/**
 * Everything the platform knows, and the monitor that guards it: whoever reads or changes a part holds the lock of this
 * object. The simulated clock is asked outside of it, because the answer may come from the product.
 */
public final class Platform {

    private final BotAccount bot;
    private final Supplier<Instant> simulatedClock;
    private final Clock wallClock;
    private final int memory;
    private final Runnable onChange;
    private final Identifiers identifiers = new Identifiers();
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, GroupChat> groups = new LinkedHashMap<>();
    private final Map<String, Chat> chatsByReadToken = new LinkedHashMap<>();
    private final Map<String, String> photos = new LinkedHashMap<>();
    private final ReplyTokens replyTokens = new ReplyTokens();
    private final RetryKeys retryKeys = new RetryKeys();
    private final LinkTokens linkTokens = new LinkTokens();
    private final RichMenus richMenus = new RichMenus();
    private final AccessTokens accessTokens;
    private final Quota quota;

    public Platform(
            BotAccount bot,
            Supplier<Instant> simulatedClock,
            Clock wallClock,
            OptionalLong monthlyLimit,
            int memory,
            Runnable onChange) {
        this.bot = bot;
        this.simulatedClock = simulatedClock;
        this.wallClock = wallClock;
        this.memory = memory;
        this.onChange = onChange;
        this.accessTokens = new AccessTokens(bot.longLivedToken());
        this.quota = new Quota(monthlyLimit);
    }

    /** Somebody watching may want to look again. */
    public void changed() {
        onChange.run();
    }

    /** The simulated time. Do not ask it while holding the lock. */
    public Instant now() {
        return simulatedClock.get();
    }

    public Instant wallTime() {
        return wallClock.instant();
    }

    public Person addPerson(String name) {
        int namesakes = 0;
        String userId = Identifiers.derived('U', bot.channelSecret(), name);
        while (people.containsKey(userId)) {
            userId = Identifiers.derived('U', bot.channelSecret(), name + " " + ++namesakes);
        }
        Person person = new Person(userId, name, new Chat(memory));
        people.put(userId, person);
        return person;
    }

    public GroupChat addGroup(String name, List<Person> members) {
        GroupChat group = new GroupChat('C' + identifiers.token(16), name, new Chat(memory));
        members.forEach(group::add);
        groups.put(group.groupId(), group);
        return group;
    }

    public Optional<Person> person(String userId) {
        return Optional.ofNullable(people.get(userId));
    }

    public Optional<GroupChat> group(String groupId) {
        return Optional.ofNullable(groups.get(groupId));
    }

    public List<Person> people() {
        return List.copyOf(people.values());
    }

    public List<GroupChat> groups() {
        return List.copyOf(groups.values());
    }

    /** Puts an entry into a chat. */
    public ChatEntry enter(
            Chat chat, Instant at, Direction direction, Via via, Person writer, JsonNode message, String requestId) {
        boolean fromBot = direction == Direction.FROM_ACCOUNT;
        String id = message.path("id").asText("");
        ChatEntry entry = new ChatEntry(
                identifiers.entry(),
                at,
                direction,
                via,
                fromBot ? bot.userId() : writer == null ? "" : writer.userId(),
                fromBot ? bot.displayName() : writer == null ? "" : writer.name(),
                id.isEmpty() ? identifiers.message() : id,
                message,
                PlainText.of(message, this::nameOf),
                requestId);
        chat.add(entry);
        return entry;
    }

    private String nameOf(String userId) {
        return person(userId).map(Person::name).orElse("?");
    }

    public BotAccount bot() {
        return bot;
    }

    public Identifiers identifiers() {
        return identifiers;
    }

    public ReplyTokens replyTokens() {
        return replyTokens;
    }

    RetryKeys retryKeys() {
        return retryKeys;
    }

    public LinkTokens linkTokens() {
        return linkTokens;
    }

    public RichMenus richMenus() {
        return richMenus;
    }

    public AccessTokens accessTokens() {
        return accessTokens;
    }

    public Quota quota() {
        return quota;
    }

    /** Tokens with which the account marks a chat as read. */
    public Map<String, Chat> chatsByReadToken() {
        return chatsByReadToken;
    }

    /** Ids of the messages whose content is a photo, with its content type. */
    public Map<String, String> photos() {
        return photos;
    }
}
