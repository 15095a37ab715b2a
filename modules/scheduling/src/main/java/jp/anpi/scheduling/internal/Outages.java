package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Stretches in which we could not ask or could not hear (E-8). */
@ApplicationScoped
public class Outages {

    /** One such stretch. */
    record Outage(long id, Instant beganAt, Instant endedAt) {}

    @Inject
    private Jdbi jdbi;

    /**
     * Whether silence may be counted at that instant: the service is known to be alive, and after every outage
     * everybody has been asked again.
     */
    boolean allowCounting(Instant now) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select exists (select from heartbeat where alive_at >= :since)"
                                + " and not exists (select from outage where recovered_at is null)")
                        .bind("since", now.minus(HeartbeatTable.GAP))
                        .mapTo(Boolean.class)
                        .one());
    }

    Optional<Instant> lastEnd() {
        return jdbi.withHandle(handle -> handle.createQuery("select max(ended_at) from outage")
                .mapTo(Instant.class)
                .findOne());
    }

    /** Outages after which not everybody has been asked again yet. */
    List<Outage> unrecovered() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id, began_at, ended_at from outage where recovered_at is null order by began_at")
                .map((row, context) ->
                        new Outage(row.getLong("id"), Rows.instant(row, "began_at"), Rows.instant(row, "ended_at")))
                .list());
    }

    void markRecovered(long id, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("update outage set recovered_at = :at where id = :id")
                .bind("at", at)
                .bind("id", id)
                .execute());
    }
}
