package jp.anpi.messaging.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import jp.anpi.foundation.DueRow;
import jp.anpi.foundation.FailureSummary;
import jp.anpi.foundation.Purge;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.messaging.Priority;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL of the outbox. Every method joins the caller's transaction. */
@ApplicationScoped
public class OutboxTable implements Purge {

    private static final Logger LOG = System.getLogger(OutboxTable.class.getName());

    static final String COLUMNS =
            "id, organization_id, priority, kind, content::text as content, recipient_ids, reference_ids,"
                    + " reference_from, reference_until, next_attempt_at, attempts, first_attempt_at, outcome_unknown,"
                    + " tried_with_several, postponed";

    /** By an index, whatever else waits, at other priorities or for later. */
    static final String NEXT = " from outbox_message where state = 'READY' and priority = :priority"
            + " and next_attempt_at <= :now order by next_attempt_at, sequence limit :most";

    static final String FIRST_DUE = "select min(one.next_attempt_at) from generate_series(0, "
            + (Priority.values().length - 1) + ") as p (priority) cross join lateral (select m.next_attempt_at"
            + " from outbox_message m where m.state = 'READY' and m.priority = p.priority"
            + " order by m.next_attempt_at, m.sequence limit 1) one";

    private static final int FETCH = 1_000;

    @Inject
    private Jdbi jdbi;

    /** Lists of ids go as texts: a set of arrays of different lengths is no array. */
    void insert(Collection<OutboxMessage> messages, Instant createdAt) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into outbox_message (id, organization_id, priority, kind, content, recipient_ids,"
                                + " reference_ids, reference_from, reference_until, next_attempt_at, postponed, created_at)"
                                + " select m.id, m.organization, m.priority, m.kind, cast(m.content as jsonb),"
                                + " cast(m.recipients as bigint[]), cast(m.about as bigint[]), m.about_from,"
                                + " m.about_until, m.not_before, m.postponed, :createdAt"
                                + " from unnest(:ids, :organizations, :priorities, :kinds, :contents, :recipients,"
                                + " :references, :from, :until, :notBefore, :postponed) as m (id, organization, priority,"
                                + " kind, content, recipients, about, about_from, about_until, not_before, postponed)")
                .bind("ids", column(messages, OutboxMessage::id, UUID[]::new))
                .bind("organizations", column(messages, OutboxMessage::organizationId, Integer[]::new))
                .bind(
                        "priorities",
                        column(messages, message -> message.priority().ordinal(), Integer[]::new))
                .bind("kinds", column(messages, OutboxMessage::kind, String[]::new))
                .bind("contents", column(messages, message -> StoredContent.write(message.content()), String[]::new))
                .bind("recipients", column(messages, message -> array(message.recipients()), String[]::new))
                .bind("references", column(messages, message -> array(message.references()), String[]::new))
                .bind("from", column(messages, OutboxMessage::referencesFrom, Instant[]::new))
                .bind("until", column(messages, OutboxMessage::referencesUntil, Instant[]::new))
                .bind("notBefore", column(messages, OutboxMessage::notBefore, Instant[]::new))
                .bind("postponed", column(messages, OutboxMessage::postponed, Boolean[]::new))
                .bind("createdAt", createdAt)
                .execute());
    }

    private static <T> T[] column(
            Collection<OutboxMessage> messages, Function<OutboxMessage, T> value, IntFunction<T[]> array) {
        return messages.stream().map(value).toArray(array);
    }

    private static String array(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    /**
     * Locks the next messages by priority; those that another node holds are skipped (E-18).
     *
     * @param leastUrgent nothing less urgent than this
     */
    List<ClaimedMessage> claim(Instant now, Priority leastUrgent, int most) {
        return next(
                "select " + COLUMNS + NEXT + " for update skip locked", now, leastUrgent, most, OutboxTable::claimed);
    }

    List<ClaimedMessage> claimOne(UUID id, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + " from outbox_message where id = :id"
                        + " and state = 'READY' and next_attempt_at <= :now for update skip locked")
                .bind("id", id)
                .bind("now", now)
                .map(OutboxTable::claimed)
                .list());
    }

    /** Without those that cannot be read, of which whoever sends them says so: they must stop no other (E-20). */
    List<OutboxMessage> find(Collection<UUID> ids) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select " + COLUMNS + " from outbox_message where id = any(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(OutboxTable::readable)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<OutboxMessage> readable(ResultSet row, StatementContext context) throws SQLException {
        try {
            return Optional.of(claimed(row, context).message());
        } catch (IllegalStateException unreadable) {
            LOG.log(
                    Level.WARNING,
                    "Message {0} cannot be read: {1}",
                    row.getString("id"),
                    FailureSummary.of(unreadable));
            return Optional.empty();
        }
    }

    /** To whom it goes and what about, while it waits; what it says may be what cannot be read. */
    Optional<OutboxMessage> withoutContent(UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + COLUMNS.replace("content::text as content", "'{}' as content")
                                + " from outbox_message where id = :id and state = 'READY'")
                        .bind("id", id)
                        .map((row, context) -> claimed(row, context).message())
                        .findOne());
    }

    List<DueRow> next(Instant now, Priority leastUrgent, int most) {
        return next(
                "select organization_id, id" + NEXT,
                now,
                leastUrgent,
                most,
                (row, context) -> new DueRow(row.getInt("organization_id"), row.getString("id")));
    }

    private <T> List<T> next(String sql, Instant now, Priority leastUrgent, int most, RowMapper<T> mapper) {
        List<T> next = new ArrayList<>();
        for (Priority priority : EnumSet.range(Priority.ALERT, leastUrgent)) {
            if (next.size() < most) {
                next.addAll(jdbi.withHandle(handle -> handle.createQuery(sql)
                        .bind("priority", priority.ordinal())
                        .bind("now", now)
                        .bind("most", most - next.size())
                        .setFetchSize(FETCH)
                        .map(mapper)
                        .list()));
            }
        }
        return next;
    }

    /** Locks messages again whose attempt was announced; those that another node took over meanwhile are missing. */
    Set<UUID> reclaim(List<ClaimedMessage> announced) {
        return jdbi.withHandle(handle -> handle.createQuery("select id from outbox_message m"
                        // Selected, so that PostgreSQL does not count them: for hundreds it would rather read the
                        // table.
                        + " join unnest((select :ids), (select :attempts)) as a (announced_id, announced_attempts)"
                        + " on m.id = a.announced_id and m.attempts = a.announced_attempts"
                        + " where m.state = 'READY' order by m.priority, m.sequence for update of m skip locked")
                .bind(
                        "ids",
                        announced.stream().map(claim -> claim.message().id()).toArray(UUID[]::new))
                .bind(
                        "attempts",
                        announced.stream().map(ClaimedMessage::attempts).toArray(Integer[]::new))
                .setFetchSize(FETCH)
                .mapTo(UUID.class)
                .set());
    }

    /** Keeps, before the first byte leaves, that an attempt begins. */
    void announceAttempts(Collection<OutboxMessage> messages, Instant now) {
        if (messages.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("update outbox_message set attempts = attempts + 1,"
                        + " first_attempt_at = coalesce(first_attempt_at, :now) where id = any(:ids)")
                .bind("now", now)
                .bind("ids", column(messages, OutboxMessage::id, UUID[]::new))
                .execute());
    }

    /** Keeps whom exactly these address from now on. */
    void narrow(Collection<OutboxMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("update outbox_message o set"
                        + " recipient_ids = cast(m.recipients as bigint[]), reference_ids = cast(m.about as bigint[]),"
                        + " tried_with_several = tried_with_several or first_attempt_at is not null"
                        + " from unnest(:ids, :recipients, :references) as m (id, recipients, about) where o.id = m.id")
                .bind("ids", column(messages, OutboxMessage::id, UUID[]::new))
                .bind("recipients", column(messages, message -> array(message.recipients()), String[]::new))
                .bind("references", column(messages, message -> array(message.references()), String[]::new))
                .execute());
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

    void lookAgain(int organization, Set<String> kinds, Instant waitingUntil, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update outbox_message set next_attempt_at = :now"
                        + " where state = 'READY' and next_attempt_at = :waiting and organization_id = :organization"
                        + " and kind = any(:kinds)")
                .bind("now", now)
                .bind("waiting", waitingUntil)
                .bind("organization", organization)
                .bind("kinds", kinds.toArray(String[]::new))
                .execute());
    }

    /** A moment's patience is no failure: nobody's owner hears of it. */
    void slowDown(Collection<OutboxMessage> messages, Instant nextAttemptAt, String error) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update outbox_message set next_attempt_at = :next, last_error = :error where id = any(:ids)")
                .bind("next", nextAttemptAt)
                .bind("error", error)
                .bind("ids", column(messages, OutboxMessage::id, UUID[]::new))
                .execute());
    }

    void postpone(Collection<OutboxMessage> messages, Instant nextAttemptAt, String error, boolean maybeAccepted) {
        jdbi.useHandle(handle -> handle.createUpdate("update outbox_message set next_attempt_at = :next,"
                        + " last_error = :error, postponed = true, outcome_unknown = outcome_unknown or :maybe"
                        + " where id = any(:ids)")
                .bind("next", nextAttemptAt)
                .bind("error", error)
                .bind("maybe", maybeAccepted)
                .bind("ids", column(messages, OutboxMessage::id, UUID[]::new))
                .execute());
    }

    @Override
    public int purge(Instant limit, int most) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from outbox_message where id in (select id from"
                        + " outbox_message where state in ('ACCEPTED', 'DROPPED') and settled_at < :limit limit :most)")
                .bind("limit", limit)
                .bind("most", most)
                .execute());
    }

    static ClaimedMessage claimed(ResultSet row, StatementContext context) throws SQLException {
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
                message,
                row.getInt("attempts"),
                Optional.ofNullable(instant(row, "first_attempt_at")),
                row.getBoolean("outcome_unknown"),
                row.getBoolean("tried_with_several"));
    }

    private static List<Long> longs(Array array) throws SQLException {
        return Arrays.asList((Long[]) array.getArray());
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
