package jp.anpi.resident.internal.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import jp.anpi.foundation.Lateness;
import jp.anpi.foundation.SetAside;
import jp.anpi.foundation.WorkLoop;
import org.jdbi.v3.core.Jdbi;

/** Asks the database and the work loop how they are. */
@ApplicationScoped
public class Readings {

    private static final int QUERY_SECONDS = 2;

    /**
     * How they are.
     *
     * @param lateness of the oldest due work
     * @param setAside how many rows fail and wait (E-20)
     */
    record Reading(Lateness lateness, long setAside) {}

    @Inject
    private Jdbi jdbi;

    @Inject
    private WorkLoop workLoop;

    @Inject
    private SetAside setAside;

    Reading take() {
        jdbi.useHandle(handle -> handle.createQuery("select 1")
                .setQueryTimeout(QUERY_SECONDS)
                .mapTo(Integer.class)
                .one());
        Lateness latest = workLoop.lateness().values().stream()
                .max(Comparator.comparing(Lateness::late))
                .orElse(new Lateness(Duration.ZERO));
        long aside =
                setAside.count().values().stream().mapToLong(Long::longValue).sum();
        return new Reading(latest, aside);
    }
}
