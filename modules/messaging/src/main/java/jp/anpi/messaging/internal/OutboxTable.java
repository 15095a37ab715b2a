package jp.anpi.messaging.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.messaging.Priority;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL of the outbox. Every method joins the caller's transaction. */
@ApplicationScoped
public class OutboxTable {

    private static final String COLUMNS =
            "id, organization_id, priority, kind, content::text as content, recipient_ids,"
                    + " reference_ids, reference_from, reference_until, next_attempt_at, attempts, first_attempt_at, postponed";

    @Inject
    private Jdbi jdbi;

    void insert(Collection<OutboxMessage> messages, Instant createdAt) {
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch(
                    "insert into outbox_message (id, organization_id, priority, kind, content, recipient_ids,"
                            + " reference_ids, reference_from, reference_until, next_attempt_at, postponed, created_at)"
                            + " values (:id, :organization, :priority, :kind, cast(:content as jsonb), :recipients,"
                            + " :references, :from, :until, :notBefore, :postponed, :createdAt)");
            for (OutboxMessage message : messages) {
                batch.bind("id", message.id())
                        .bind("organization", message.organizationId())
                        .bind("priority", message.priority().ordinal())
                        .bind("kind", message.kind())
                        .bind("content", StoredContent.write(message.content()))
                        .bind("recipients", message.recipients().toArray(Long[]::new))
                        .bind("references", message.references().toArray(Long[]::new))
                        .bind("from", message.referencesFrom())
                        .bind("until", message.referencesUntil())
                        .bind("notBefore", message.notBefore())
                        .bind("postponed", message.postponed())
                        .bind("createdAt", createdAt)
                        .add();
            }
            batch.execute();
        });
    }

    Optional<Instant> earliestDue() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select min(next_attempt_at) from outbox_message where state = 'READY'")
                        .mapTo(Instant.class)
                        .findOne());
    }

    /** Locks the next messages by priority; those that another node holds are skipped (E-18). */
    List<ClaimedMessage> claim(Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS
                        + " from outbox_message where state = 'READY' and next_attempt_at <= :now"
                        + " order by priority, sequence limit :most for update skip locked")
                .bind("now", now)
                .bind("most", most)
                .map(OutboxTable::claimed)
                .list());
    }

    List<ClaimedMessage> claimOne(UUID id, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + " from outbox_message where id = :id"
                        + " and state = 'READY' and next_attempt_at <= :now for update skip locked")
                .bind("id", id)
                .bind("now", now)
                .map(OutboxTable::claimed)
                .list());
    }

    List<OutboxMessage> find(Collection<UUID> ids) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + COLUMNS + " from outbox_message where id = any(:ids)")
                        .bind("ids", ids.toArray(UUID[]::new))
                        .map((row, context) -> claimed(row, context).message())
                        .list());
    }

    List<UUID> next(Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("select id from outbox_message where state = 'READY'"
                        + " and next_attempt_at <= :now order by priority, sequence limit :most")
                .bind("now", now)
                .bind("most", most)
                .mapTo(UUID.class)
                .list());
    }

    /** Locks messages again whose attempt was announced; one that another node took over meanwhile is missing. */
    List<ClaimedMessage> reclaim(List<ClaimedMessage> announced) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS
                        + " from outbox_message m join unnest(:ids, :attempts) as a (announced_id, announced_attempts)"
                        + " on m.id = a.announced_id and m.attempts = a.announced_attempts"
                        + " where m.state = 'READY' order by m.priority, m.sequence for update of m skip locked")
                .bind(
                        "ids",
                        announced.stream().map(claim -> claim.message().id()).toArray(UUID[]::new))
                .bind(
                        "attempts",
                        announced.stream().map(ClaimedMessage::attempts).toArray(Integer[]::new))
                .map(OutboxTable::claimed)
                .list());
    }

    /** Keeps, before the first byte leaves, that an attempt begins and whom exactly it addresses. */
    void announceAttempts(List<ClaimedMessage> claims, Instant now) {
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("update outbox_message set attempts = attempts + 1,"
                    + " first_attempt_at = coalesce(first_attempt_at, :now),"
                    + " recipient_ids = :recipients, reference_ids = :references where id = :id");
            for (ClaimedMessage claim : claims) {
                batch.bind("now", now)
                        .bind("recipients", claim.message().recipients().toArray(Long[]::new))
                        .bind("references", claim.message().references().toArray(Long[]::new))
                        .bind("id", claim.message().id())
                        .add();
            }
            batch.execute();
        });
    }

    void settle(Collection<UUID> ids, String state, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update outbox_message set state = :state, settled_at = :at where id = any(:ids)")
                .bind("state", state)
                .bind("at", at)
                .bind("ids", ids.toArray(UUID[]::new))
                .execute());
    }

    void defer(UUID id, Instant until) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update outbox_message set next_attempt_at = :until where id = :id")
                        .bind("until", until)
                        .bind("id", id)
                        .execute());
    }

    /** A moment's patience is no failure: nobody's owner hears of it. */
    void slowDown(UUID id, Instant nextAttemptAt, String error) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update outbox_message set next_attempt_at = :next, last_error = :error where id = :id")
                .bind("next", nextAttemptAt)
                .bind("error", error)
                .bind("id", id)
                .execute());
    }

    void postpone(UUID id, Instant nextAttemptAt, String error, boolean maybeAccepted) {
        jdbi.useHandle(handle -> handle.createUpdate("update outbox_message set next_attempt_at = :next,"
                        + " last_error = :error, postponed = true, outcome_unknown = outcome_unknown or :maybe"
                        + " where id = :id")
                .bind("next", nextAttemptAt)
                .bind("error", error)
                .bind("maybe", maybeAccepted)
                .bind("id", id)
                .execute());
    }

    int purgeSettledBefore(Instant limit, int most) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from outbox_message where id in (select id from"
                        + " outbox_message where state in ('ACCEPTED', 'DROPPED') and settled_at < :limit limit :most)")
                .bind("limit", limit)
                .bind("most", most)
                .execute());
    }

    private static ClaimedMessage claimed(ResultSet row, StatementContext context) throws SQLException {
        OutboxMessage message = new OutboxMessage(
                row.getObject("id", UUID.class),
                row.getInt("organization_id"),
                Priority.values()[row.getInt("priority")],
                row.getString("kind"),
                StoredContent.read(row.getString("content")),
                longs(row.getArray("recipient_ids")),
                longs(row.getArray("reference_ids")),
                instant(row, "reference_from"),
                instant(row, "reference_until"),
                instant(row, "next_attempt_at"),
                row.getBoolean("postponed"));
        return new ClaimedMessage(
                message, row.getInt("attempts"), Optional.ofNullable(instant(row, "first_attempt_at")));
    }

    private static List<Long> longs(Array array) throws SQLException {
        return Arrays.asList((Long[]) array.getArray());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
