package jp.anpi.resident.internal.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import jp.anpi.foundation.ManualClock;
import jp.anpi.foundation.WorkLoop;
import org.jdbi.v3.core.Jdbi;

/** Asks the database and the work loop how they are. */
@ApplicationScoped
public class Readings {

    private static final int QUERY_SECONDS = 2;

    @Inject
    private Jdbi jdbi;

    @Inject
    private WorkLoop workLoop;

    @Inject
    private Clock clock;

    Lateness take() {
        jdbi.useHandle(handle -> handle.createQuery("select 1")
                .setQueryTimeout(QUERY_SECONDS)
                .mapTo(Integer.class)
                .one());
        // A manual clock stands still between calls: what waits for it is not late.
        return clock instanceof ManualClock
                ? Lateness.of(Optional.empty(), clock.instant())
                : Lateness.of(workLoop.nextDue(), clock.instant());
    }
}
