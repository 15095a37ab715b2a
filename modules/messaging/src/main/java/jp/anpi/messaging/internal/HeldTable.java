package jp.anpi.messaging.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jp.anpi.messaging.Priority;
import jp.anpi.messaging.QuotaStatus.Held;
import org.jdbi.v3.core.Jdbi;

/** The SQL of messages that wait for room: nobody looks at them until there is. */
@ApplicationScoped
public class HeldTable {

    private static final String NEXT_HELD = " from outbox_message where state = 'HELD'"
            + " and organization_id = :organization order by priority, next_attempt_at, sequence limit :most";

    @Inject
    private Jdbi jdbi;

    void hold(Collection<UUID> ids, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("update outbox_message set state = 'HELD', postponed = true,"
                        + " held_since = coalesce(held_since, :at) where id = any(:ids)")
                .bind("at", at)
                .bindArray("ids", UUID.class, ids)
                .execute());
    }

    void release(Collection<UUID> ids) {
        jdbi.useHandle(handle -> handle.createUpdate("update outbox_message set state = 'READY' where id = any(:ids)")
                .bindArray("ids", UUID.class, ids)
                .execute());
    }

    /**
     * Locks the next of this organization and priority, but for those that may have reached people already.
     *
     * @param decided neither those, which this transaction holds already and has decided about
     */
    List<ClaimedMessage> claimDue(
            int organization, Priority priority, Collection<UUID> decided, Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + OutboxTable.COLUMNS + " from outbox_message"
                        + " where state = 'READY' and priority = :priority and next_attempt_at <= :now"
                        + " and organization_id = :organization and not outcome_unknown and id <> all(:decided)"
                        + " order by next_attempt_at, sequence limit :most for update skip locked")
                .bind("priority", priority.ordinal())
                .bind("now", now)
                .bind("organization", organization)
                .bindArray("decided", UUID.class, decided)
                .bind("most", most)
                .map(OutboxTable::claimed)
                .list());
    }

    /** Locks those that wait, in the order in which they would have been sent. */
    List<ClaimedMessage> claimHeld(int organization, int most) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + OutboxTable.COLUMNS + NEXT_HELD + " for update skip locked")
                        .bind("organization", organization)
                        .bind("most", most)
                        .map(OutboxTable::claimed)
                        .list());
    }

    List<ClaimedMessage> claimHeld(UUID message) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + OutboxTable.COLUMNS + " from outbox_message"
                        + " where state = 'HELD' and id = :id for update skip locked")
                .bind("id", message)
                .map(OutboxTable::claimed)
                .list());
    }

    List<UUID> next(int organization, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("select id" + NEXT_HELD)
                .bind("organization", organization)
                .bind("most", most)
                .mapTo(UUID.class)
                .list());
    }

    List<Held> held(int organization) {
        return jdbi.withHandle(handle -> handle.createQuery("select priority, min(held_since) as since,"
                        + " count(*) as messages, sum(cardinality(recipient_ids)) as recipients from outbox_message"
                        + " where state = 'HELD' and organization_id = :organization group by priority"
                        + " order by priority")
                .bind("organization", organization)
                .map((row, context) -> new Held(
                        Priority.values()[row.getInt("priority")],
                        OutboxTable.instant(row, "since"),
                        row.getLong("messages"),
                        row.getLong("recipients")))
                .list());
    }
}
