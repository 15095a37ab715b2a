package jp.anpi.foundation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import jp.anpi.foundation.Lateness;
import jp.anpi.foundation.Pulse;
import jp.anpi.foundation.WorkLoop;

/** Says in the log when work begins to be too late, once, and when that is over (E-21). */
@ApplicationScoped
public class LatenessWatch implements Pulse {

    private static final Logger LOG = System.getLogger(LatenessWatch.class.getName());
    private static final Duration INTERVAL = Duration.ofSeconds(20);

    private WorkLoop workLoop;
    private Instant lookAgainAt = Instant.MIN;
    private boolean late;

    /** For the proxy. */
    public LatenessWatch() {}

    @Inject
    LatenessWatch(WorkLoop workLoop) {
        this.workLoop = workLoop;
    }

    /** After the heartbeat, without which nothing is done. */
    @Override
    public int order() {
        return 90;
    }

    @Override
    public synchronized void beat(Instant now) {
        if (!now.isBefore(lookAgainAt)) {
            lookAgainAt = now.plus(INTERVAL);
            tell(tooLate());
        }
    }

    private String tooLate() {
        return workLoop.lateness().entrySet().stream()
                .filter(kind -> !kind.getValue().bearable())
                .map(LatenessWatch::words)
                .collect(Collectors.joining(", "));
    }

    private static String words(Map.Entry<String, Lateness> kind) {
        return kind.getKey() + " by " + kind.getValue().late().toSeconds() + " s";
    }

    private void tell(String tooLate) {
        if (!late && !tooLate.isEmpty()) {
            LOG.log(Level.WARNING, "DUE WORK IS LATE: {0}", tooLate);
        } else if (late && tooLate.isEmpty()) {
            LOG.log(Level.INFO, "Due work is on time again");
        }
        late = !tooLate.isEmpty();
    }
}
