package jp.anpi.scheduling.internal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.anpi.scheduling.OutageKind;
import org.jdbi.v3.core.Jdbi;

/** The one row that all nodes keep alive; whoever finds it too old records the outage, once. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class HeartbeatTable {

    /** A running service that is silent for longer is taken for dead: it could not hear. */
    static final Duration GAP = Duration.ofSeconds(30);

    @Inject
    private Jdbi jdbi;

    @Inject
    private Outages outages;

    /** Alive at that instant. */
    public void beat(Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into heartbeat (id, alive_at) values (1, :now)"
                        + " on conflict (id) do update set alive_at = greatest(heartbeat.alive_at, excluded.alive_at)")
                .bind("now", now)
                .execute());
    }

    /**
     * Alive at that instant, perhaps after a gap.
     *
     * @param tolerated longest gap that is no outage
     * @param kind of the outage if there was one
     * @return when the outage that was found began
     */
    public Optional<Instant> beatAfter(Instant now, Duration tolerated, OutageKind kind) {
        Optional<Instant> last =
                jdbi.withHandle(handle -> handle.createQuery("select alive_at from heartbeat where id = 1 for update")
                        .mapTo(Instant.class)
                        .findOne());
        beat(now);
        Optional<Instant> began = last.filter(alive -> alive.plus(tolerated).isBefore(now));
        began.ifPresent(from -> outages.record(kind, Optional.empty(), from, now));
        return began;
    }
}
