package jp.anpi.simulator.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reply tokens: used once, within a minute of the webhook that carried them. A redelivered webhook carries the same
 * token for another minute, at most until 20 minutes after the event. All of it is wall time
 * (https://developers.line.biz/en/reference/messaging-api/#send-reply-message-reply-token).
 */
public final class ReplyTokens {

    private static final Duration USABLE = Duration.ofSeconds(60);
    private static final Duration AT_MOST = Duration.ofMinutes(20);

    private record Token(String chatId, Instant born, Instant until) {}

    private final Map<String, Token> tokens = new LinkedHashMap<>();

    /** @param chatId the user or group to whom a reply goes */
    public void issue(String token, String chatId, Instant wallTime) {
        forgetBefore(wallTime.minus(AT_MOST));
        tokens.put(token, new Token(chatId, wallTime, wallTime.plus(USABLE)));
    }

    private void forgetBefore(Instant limit) {
        Iterator<Token> oldestFirst = tokens.values().iterator();
        while (oldestFirst.hasNext() && oldestFirst.next().born.isBefore(limit)) {
            oldestFirst.remove();
        }
    }

    /** The webhook was sent again: the minute starts anew, unless the token was used. */
    public void redelivered(String token, Instant wallTime) {
        tokens.computeIfPresent(token, (key, old) -> {
            Instant limit = old.born.plus(AT_MOST);
            Instant until = wallTime.plus(USABLE);
            return new Token(old.chatId, old.born, until.isBefore(limit) ? until : limit);
        });
    }

    /** The chat that this token answers, which uses it up. */
    String use(String token, Instant wallTime) {
        Token found = tokens.get(token);
        if (found == null || wallTime.isAfter(found.until)) {
            throw Refusal.of(400, "Invalid reply token");
        }
        tokens.remove(token);
        return found.chatId;
    }
}
