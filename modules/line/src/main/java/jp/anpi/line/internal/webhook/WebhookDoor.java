package jp.anpi.line.internal.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import jp.anpi.foundation.WallTime;

/** Whether the web container has opened our webhook: it starts last, and before that nobody can reach it. */
@ApplicationScoped
public class WebhookDoor {

    /** Long enough for the container to finish, once it has begun to start the web application. */
    private static final Duration OPENING = Duration.ofMinutes(1);

    @Inject
    @WallTime
    private Clock wallClock;

    private volatile Instant openAt = Instant.MAX;

    /** The web application is being started. */
    void opening() {
        openAt = wallClock.instant().plus(OPENING);
    }

    /** Somebody has come through it. */
    void used() {
        openAt = Instant.MIN;
    }

    boolean isOpen() {
        return !openAt.isAfter(wallClock.instant());
    }
}
