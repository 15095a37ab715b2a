package jp.anpi.simulator.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import jp.anpi.simulator.platform.Refusal;

/**
 * LINE's rate limits, per endpoint and method (https://developers.line.biz/en/reference/messaging-api/#rate-limits).
 * Off unless switched on: a demonstration must not stumble over 60 broadcasts an hour.
 */
public final class RateLimits {

    private record Rate(int requests, Duration per) {}

    private static final Rate OTHERS = new Rate(2000, Duration.ofSeconds(1));
    private static final Map<String, Rate> RATES = Map.ofEntries(
            Map.entry("POST /v2/bot/message/multicast", new Rate(200, Duration.ofSeconds(1))),
            Map.entry("POST /v2/bot/message/broadcast", new Rate(60, Duration.ofHours(1))),
            Map.entry("POST /v2/bot/message/narrowcast", new Rate(60, Duration.ofHours(1))),
            Map.entry("POST /v2/bot/channel/webhook/test", new Rate(60, Duration.ofHours(1))),
            Map.entry("PUT /v2/bot/channel/webhook/endpoint", new Rate(1000, Duration.ofMinutes(1))),
            Map.entry("GET /v2/bot/channel/webhook/endpoint", new Rate(1000, Duration.ofMinutes(1))),
            Map.entry("POST /v2/bot/richmenu", new Rate(100, Duration.ofHours(1))),
            Map.entry("DELETE /v2/bot/richmenu/{richMenuId}", new Rate(100, Duration.ofHours(1))),
            Map.entry("DELETE /v2/bot/richmenu/alias/{richMenuAliasId}", new Rate(100, Duration.ofHours(1))),
            Map.entry("POST /v2/bot/richmenu/batch", new Rate(3, Duration.ofHours(1))),
            Map.entry("GET /v2/bot/richmenu/list", new Rate(10, Duration.ofSeconds(1))),
            Map.entry("POST /v2/bot/chat/loading/start", new Rate(100, Duration.ofSeconds(1))),
            Map.entry("POST /v2/oauth/accessToken", new Rate(370, Duration.ofSeconds(1))));

    private static final class Bucket {
        private double tokens;
        private Instant filled;
    }

    private final Clock wallClock;
    private final Map<String, Bucket> buckets = new HashMap<>();
    private volatile boolean on;

    public RateLimits(Clock wallClock) {
        this.wallClock = wallClock;
    }

    public void enforce(boolean enforced) {
        on = enforced;
    }

    public boolean isEnforced() {
        return on;
    }

    /** @param endpoint method and path template */
    synchronized void take(String endpoint) {
        if (!on) {
            return;
        }
        Rate rate = RATES.getOrDefault(endpoint, OTHERS);
        Bucket bucket = buckets.computeIfAbsent(endpoint, key -> full(rate));
        refill(bucket, rate);
        if (bucket.tokens < 1) {
            throw Refusal.rateLimit();
        }
        bucket.tokens--;
    }

    private Bucket full(Rate rate) {
        Bucket bucket = new Bucket();
        bucket.tokens = rate.requests;
        bucket.filled = wallClock.instant();
        return bucket;
    }

    private void refill(Bucket bucket, Rate rate) {
        Instant now = wallClock.instant();
        double share = (double) Duration.between(bucket.filled, now).toNanos() / rate.per.toNanos();
        bucket.tokens = Math.min(rate.requests, bucket.tokens + share * rate.requests);
        bucket.filled = now;
    }
}
