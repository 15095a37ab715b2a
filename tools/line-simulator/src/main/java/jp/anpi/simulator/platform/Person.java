package jp.anpi.simulator.platform;

import java.time.Duration;
import java.time.Instant;
import jp.anpi.simulator.chat.Chat;

/**
 * A LINE account of a person, and how it stands to the official account. Blocking keeps the chat but nothing enters it.
 */
public final class Person {

    private static final Duration REACHABLE_AFTER_WRITING = Duration.ofDays(7);

    private final String userId;
    private final String name;
    private final Chat chat;
    private boolean friend;
    private boolean blocked;
    private boolean deleted;
    private Instant lastWroteAt;

    Person(String userId, String name, Chat chat) {
        this.userId = userId;
        this.name = name;
        this.chat = chat;
    }

    public String userId() {
        return userId;
    }

    public String name() {
        return name;
    }

    public Chat chat() {
        return chat;
    }

    public boolean isFriend() {
        return friend && !blocked && !deleted;
    }

    public boolean isBlocked() {
        return blocked;
    }

    public boolean isDeleted() {
        return deleted;
    }

    /** @return whether this ends a block, which LINE tells in the follow event */
    public boolean follow() {
        boolean unblocks = blocked;
        friend = true;
        blocked = false;
        return unblocks;
    }

    public void block() {
        blocked = true;
    }

    public void delete() {
        deleted = true;
    }

    public void wrote(Instant at) {
        lastWroteAt = at;
    }

    /** Friends are reached; so is who wrote within seven days without being a friend; nobody who blocks. */
    boolean isReachable(Instant now) {
        return isFriend()
                || !blocked
                        && !deleted
                        && lastWroteAt != null
                        && now.isBefore(lastWroteAt.plus(REACHABLE_AFTER_WRITING));
    }

    /** The profile is shown of friends and of whoever ever wrote, unless they block. */
    public boolean showsProfile() {
        return isFriend() || !blocked && !deleted && lastWroteAt != null;
    }
}
