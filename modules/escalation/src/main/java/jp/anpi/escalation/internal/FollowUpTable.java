package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import jp.anpi.foundation.DueRow;
import org.jdbi.v3.core.Jdbi;

/** The SQL of when incidents are to be looked at again. */
@ApplicationScoped
public class FollowUpTable {

    /** When the first is. */
    static final String FIRST_DUE = "select min(next_action_at) from incident where next_action_at is not null";

    @Inject
    private Jdbi jdbi;

    List<Long> claim(Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("select id from incident where next_action_at <= :now"
                        + " order by next_action_at limit :most for update skip locked")
                .bind("now", now)
                .bind("most", most)
                .mapTo(Long.class)
                .list());
    }

    List<DueRow> due(Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("select organization_id, id from incident"
                        + " where next_action_at <= :now order by next_action_at limit :most")
                .bind("now", now)
                .bind("most", most)
                .map((row, context) -> new DueRow(row.getInt("organization_id"), row.getLong("id")))
                .list());
    }

    void putOff(Collection<Long> incidents, Instant until) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update incident set next_action_at = :until where id = any(:ids) and next_action_at < :until")
                .bind("until", until)
                .bind("ids", incidents.toArray(Long[]::new))
                .execute());
    }

    void clear(Collection<Long> incidents) {
        jdbi.useHandle(handle -> handle.createUpdate("update incident set next_action_at = null where id = any(:ids)")
                .bind("ids", incidents.toArray(Long[]::new))
                .execute());
    }
}
