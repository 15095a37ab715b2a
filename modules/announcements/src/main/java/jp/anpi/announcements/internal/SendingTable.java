package jp.anpi.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.anpi.foundation.DueRow;
import org.jdbi.v3.core.Jdbi;

/** The SQL of announcements on their way: what is due, and how far each is. Every method joins the caller's transaction. */
@ApplicationScoped
public class SendingTable {

    static final String FIRST_DUE = "select min(next_slice_at) from announcement where next_slice_at is not null";

    /** An announcement that this transaction holds, and the last of its people who was addressed. */
    record Claimed(int organizationId, long id, long addressedUpTo) {}

    @Inject
    private Jdbi jdbi;

    /** The one that is due longest; those that another node holds are skipped (E-18). */
    Optional<Claimed> claim(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select organization_id, id, addressed_up_to from announcement where next_slice_at <= :now
                        order by next_slice_at, id limit 1 for update skip locked""")
                .bind("now", now)
                .map((row, context) -> new Claimed(row.getInt(1), row.getLong(2), row.getLong(3)))
                .findOne());
    }

    Optional<Claimed> claim(long id, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select organization_id, id, addressed_up_to from announcement
                        where id = :id and next_slice_at <= :now for update skip locked""")
                .bind("id", id)
                .bind("now", now)
                .map((row, context) -> new Claimed(row.getInt(1), row.getLong(2), row.getLong(3)))
                .findOne());
    }

    List<DueRow> due(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select organization_id, id from announcement where next_slice_at <= :now
                        order by next_slice_at, id limit 1""")
                .bind("now", now)
                .map((row, context) -> new DueRow(row.getInt(1), row.getLong(2)))
                .list());
    }

    void putOff(long id, Instant until) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update announcement set next_slice_at = :until where id = :id and next_slice_at is not null")
                .bind("id", id)
                .bind("until", until)
                .execute());
    }

    /** Counts a slice; {@code more} where others follow. */
    void addressed(long id, long upTo, int people, int outOfReach, int messages, boolean more) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update announcement set addressed_up_to = :upTo, addressed = addressed + :people,
                            out_of_reach = out_of_reach + :outOfReach, open_messages = open_messages + :messages,
                            next_slice_at = case when :more then next_slice_at end
                        where id = :id""")
                .bind("id", id)
                .bind("upTo", upTo)
                .bind("people", people)
                .bind("outOfReach", outOfReach)
                .bind("messages", messages)
                .bind("more", more)
                .execute());
    }

    /** Those of them that still go out. */
    Set<Long> going(Collection<Long> ids, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id from announcement where id = any(:ids) and state = 'SENDING'
                          and coalesce(useful_until > :now, true)""")
                .bindArray("ids", Long.class, ids)
                .bind("now", now)
                .mapTo(Long.class)
                .set());
    }

    /** So many rows of the outbox more are open, or less; and so many people more have their copy. */
    void count(long id, int openMessages, int accepted) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update announcement set open_messages = open_messages + :open, accepted = accepted + :accepted
                        where id = :id""")
                .bind("id", id)
                .bind("open", openMessages)
                .bind("accepted", accepted)
                .execute());
    }

    /** Remembers that these copies, as many as there are people, are not tried again; each counts once. */
    void refuse(long id, UUID message, int people) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        with new as (insert into announcement_refusal (message_id, announcement_id)
                            values (:message, :id) on conflict do nothing returning announcement_id)
                        update announcement a set refused = refused + :people from new where a.id = new.announcement_id""")
                .bind("id", id)
                .bind("message", message)
                .bind("people", people)
                .execute());
    }

    Set<UUID> refused(Collection<UUID> messages) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select message_id from announcement_refusal where message_id = any(:messages)")
                .bindArray("messages", UUID.class, messages)
                .mapTo(UUID.class)
                .set());
    }

    /** Whether everybody was addressed and every copy is settled. */
    boolean over(long id) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select state = 'SENDING' and next_slice_at is null and open_messages = 0
                        from announcement where id = :id""").bind("id", id).mapTo(Boolean.class).one());
    }
}
