package jp.anpi.simulator.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Link tokens: ten minutes, used once (https://developers.line.biz/en/docs/messaging-api/linking-accounts/). */
public final class LinkTokens {

    private static final Duration LIFE = Duration.ofMinutes(10);

    private record Link(String userId, Instant until) {}

    private final Map<String, Link> links = new HashMap<>();

    public void issue(String token, String userId, Instant wallTime) {
        links.put(token, new Link(userId, wallTime.plus(LIFE)));
    }

    /** Whether this person may use the token now; it is used up in any case. */
    public boolean use(String token, String userId, Instant wallTime) {
        Link link = links.remove(token);
        return link != null && link.userId.equals(userId) && wallTime.isBefore(link.until);
    }
}
