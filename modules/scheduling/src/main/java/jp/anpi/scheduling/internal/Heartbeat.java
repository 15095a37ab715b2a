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
import jp.anpi.scheduling.OutageKind;

/**
 * Keeps when the service was last alive, and notices when it was not (E-8), or was without its database.
 *
 * <p>While a manual clock runs, a leap is not an outage; only a start on a later clock is, and time that passes while
 * the database is away.
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

    /** Since when this process, alive as it was, has been beating in vain. */
    private Instant inVainSince;

    @Override
    public int order() {
        return 10;
    }

    @Override
    public synchronized void beat(Instant now) {
        // While a manual clock stands still each beat is tried: else nobody would notice that the database is away.
        if (lastBeat == null
                || manual()
                || inVainSince != null
                || !lastBeat.plus(INTERVAL).isAfter(now)) {
            try {
                keep(now);
            } catch (RuntimeException away) {
                inVainSince = inVainSince == null ? now : inVainSince;
                throw away;
            }
            lastBeat = now;
            inVainSince = null;
        }
    }

    private void keep(Instant now) {
        if (lastBeat != null && manual() && inVainSince == null) {
            table.beat(now);
            return;
        }
        OutageKind kind = withoutDatabase() ? OutageKind.DATABASE : OutageKind.PROCESS;
        table.beatAfter(now, lastBeat == null ? GAP_AT_START : HeartbeatTable.GAP, kind)
                .ifPresent(began -> LOG.log(
                        Level.WARNING,
                        (kind == OutageKind.PROCESS ? "The service was not alive" : "The database was away") + " from "
                                + began + " to " + now));
    }

    /** Whether this process was alive and trying for the whole time; else it was frozen before. */
    private boolean withoutDatabase() {
        return lastBeat != null && inVainSince != null && !inVainSince.isAfter(lastBeat.plus(HeartbeatTable.GAP));
    }

    private boolean manual() {
        return clock instanceof ManualClock;
    }
}
