package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.anpi.scheduling.OutageKind;
import org.jdbi.v3.core.Jdbi;

/**
 * The one row that all nodes keep alive; whoever finds it too old records the outage, once.
 *
 * <p>Each method is one statement, outside of any transaction: a node that freezes between two statements would keep the
 * row, and with it the heartbeat of all the others.
 */
@ApplicationScoped
public class HeartbeatTable {

    /** A running service that is silent for longer is taken for dead: it could not hear. */
    static final Duration GAP = Duration.ofSeconds(30);

    private static final String BEAT = "insert into heartbeat (id, alive_at) values (1, :now)"
            + " on conflict (id) do update set alive_at = greatest(heartbeat.alive_at, excluded.alive_at)";

    @Inject
    private Jdbi jdbi;

    /** Alive at that instant. */
    void beat(Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(BEAT).bind("now", now).execute());
    }

    /**
     * Alive at that instant, perhaps after a gap.
     *
     * @param tolerated longest gap that is no outage
     * @param kind of the outage if there was one
     * @return when the outage that was found began
     */
    Optional<Instant> beatAfter(Instant now, Duration tolerated, OutageKind kind) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "with last as (select alive_at from heartbeat where id = 1 for update), beat as (" + BEAT + ")"
                                + " insert into outage (kind, began_at, ended_at)"
                                + " select :kind, alive_at, :now from last where alive_at < :limit"
                                + " returning began_at")
                .bind("kind", kind.name())
                .bind("now", now)
                .bind("limit", now.minus(tolerated))
                .mapTo(Instant.class)
                .findOne());
    }
}
