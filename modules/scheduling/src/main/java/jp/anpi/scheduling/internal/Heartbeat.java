package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import jp.anpi.foundation.ManualClock;
import jp.anpi.foundation.Pulse;

/**
 * Keeps when the service was last alive, and notices when it was not (E-8).
 *
 * <p>While a manual clock runs, a leap is not an outage; only a start on a later clock is.
 */
@ApplicationScoped
public class Heartbeat implements Pulse {

    private static final Logger LOG = System.getLogger(Heartbeat.class.getName());

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    /** Two beats: a restart of more than this may have cost a tap, for LINE does not deliver a webhook twice by default. */
    private static final Duration GAP_AT_START = Duration.ofSeconds(10);

    @Inject
    private HeartbeatTable table;

    @Inject
    private Clock clock;

    private Instant lastBeat;

    @Override
    public int order() {
        return 10;
    }

    @Override
    public synchronized void beat(Instant now) {
        boolean first = lastBeat == null;
        boolean manual = clock instanceof ManualClock;
        if (!first && (manual ? now.equals(lastBeat) : lastBeat.plus(INTERVAL).isAfter(now))) {
            return;
        }
        if (first || !manual) {
            table.beatAfter(now, first ? GAP_AT_START : HeartbeatTable.GAP)
                    .ifPresent(
                            began -> LOG.log(Level.WARNING, "The service was not alive from " + began + " to " + now));
        } else {
            table.beat(now);
        }
        lastBeat = now;
    }
}
