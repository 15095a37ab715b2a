package jp.anpi.membership.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import jp.anpi.foundation.FailureSummary;
import jp.anpi.foundation.Pulse;
import jp.anpi.foundation.WallTime;
import jp.anpi.membership.OrganizationChanged;

/** Looks every few seconds whether another node has changed an organization; this one's own changes count at once. */
@ApplicationScoped
public class OrganizationPulse implements Pulse {

    private static final Logger LOG = System.getLogger(OrganizationPulse.class.getName());
    private static final Duration EVERY = Duration.ofSeconds(5);

    @Inject
    private OrganizationCache cache;

    @Inject
    private OrganizationRows rows;

    @Inject
    @WallTime
    private Clock wall;

    private Instant lookAgain = Instant.MIN;

    @Override
    public int order() {
        return 95;
    }

    /** What was known goes on being true while the database is away. */
    @Override
    public synchronized void beat(Instant now) {
        Instant present = wall.instant();
        if (present.isBefore(lookAgain)) {
            return;
        }
        lookAgain = present.plus(EVERY);
        try {
            rows.all().forEach(cache::keep);
        } catch (RuntimeException away) {
            LOG.log(Level.DEBUG, "Organizations cannot be read now: {0}", FailureSummary.of(away));
        }
    }

    /** No transaction is left in which to read it: whoever asks next does. */
    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrganizationChanged change) {
        cache.forget();
    }
}
