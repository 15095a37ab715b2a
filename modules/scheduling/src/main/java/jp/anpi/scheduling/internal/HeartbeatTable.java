package jp.anpi.scheduling.internal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The one row that all nodes keep alive; whoever finds it too old records the outage, once. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class HeartbeatTable {

    @Inject
    private Jdbi jdbi;

    @Inject
    private Outages outages;

    /**
     * @param tolerated longest gap that is no outage; null: no gap is one
     * @return when the outage that was found began
     */
    public Optional<Instant> beat(Instant now, Duration tolerated) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("insert into heartbeat (id, alive_at) values (1, :now) on conflict do nothing")
                    .bind("now", now)
                    .execute();
            Instant last = handle.createQuery("select alive_at from heartbeat where id = 1 for update")
                    .mapTo(Instant.class)
                    .one();
            handle.createUpdate("update heartbeat set alive_at = greatest(alive_at, :now) where id = 1")
                    .bind("now", now)
                    .execute();
            boolean gap = tolerated != null && last.plus(tolerated).isBefore(now);
            if (gap) {
                outages.record("PROCESS", last, now);
            }
            return gap ? Optional.of(last) : Optional.<Instant>empty();
        });
    }
}
