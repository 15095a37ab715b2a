package jp.anpi.foundation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** The one place that reads the clock of the database: the only one that all nodes share. */
@ApplicationScoped
public class DatabaseClock {

    @Inject
    private Jdbi jdbi;

    Instant read() {
        return jdbi.withHandle(handle -> handle.createQuery("select clock_timestamp()")
                .mapTo(Instant.class)
                .one());
    }
}
