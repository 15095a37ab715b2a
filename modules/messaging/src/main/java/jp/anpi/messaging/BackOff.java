package jp.anpi.messaging;

import java.time.Duration;

/** How long a message waits after a failed attempt; on the product's clock, 15 minutes at most. */
public final class BackOff {

    public static final Duration LONGEST = Duration.ofMinutes(15);

    private BackOff() {}

    /** 10 seconds, doubled with each attempt. */
    public static Duration afterFailure(int attempts) {
        return doubled(Duration.ofSeconds(10), attempts);
    }

    /** 1 second, doubled with each attempt: the channel only asked for patience. */
    public static Duration afterTooFast(int attempts) {
        return doubled(Duration.ofSeconds(1), attempts);
    }

    private static Duration doubled(Duration first, int attempts) {
        Duration wait = first.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 20));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
