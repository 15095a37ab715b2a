package jp.anpi.simulator.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Channel access tokens (https://developers.line.biz/en/docs/basics/channel-access-token/). Their lives are wall time:
 * the simulated clock must not log the product out.
 */
public final class AccessTokens {

    /** Stateless tokens live this long. */
    public static final Duration STATELESS = Duration.ofMinutes(15);
    /** Short-lived tokens live this long. */
    public static final Duration SHORT_LIVED = Duration.ofDays(30);

    private final String longLived;
    private final Map<String, Instant> until = new HashMap<>();

    AccessTokens(String longLived) {
        this.longLived = longLived;
    }

    public void issue(String token, Duration life, Instant wallTime) {
        until.put(token, wallTime.plus(life));
    }

    public void revoke(String token) {
        until.remove(token);
    }

    public boolean isValid(String token, Instant wallTime) {
        return token.equals(longLived) || remaining(token, wallTime).isPresent();
    }

    /** How much of its life is left. */
    public Optional<Duration> remaining(String token, Instant wallTime) {
        return Optional.ofNullable(until.get(token))
                .filter(wallTime::isBefore)
                .map(end -> Duration.between(wallTime, end));
    }
}
