package jp.anpi.messaging.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import jp.anpi.messaging.QuotaLevel;
import jp.anpi.messaging.ReserveEstimate.FollowUps;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL of the month's messages, one row for each organization. Every method joins the caller's transaction. */
@ApplicationScoped
public class QuotaTable {

    /**
     * An organization whose reading is due.
     *
     * @param sent since the last one
     */
    public record Due(int organizationId, long sent) {}

    /** When the first reading is due; now where nothing was ever read. */
    static final String FIRST_DUE = "select min(coalesce(q.next_read_at, '-infinity')) from organization o"
            + " left join message_quota q on q.organization_id = o.id";

    @Inject
    Jdbi jdbi;

    /**
     * Sets the next reading before this one: two nodes never read at once, and a silent channel is not asked in a loop.
     *
     * @param soon for organizations that are short of messages
     */
    List<Due> claimReadings(Instant now, Instant next, Instant soon) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        insert into message_quota as known (organization_id, next_read_at)
                        select o.id, :next from organization o left join message_quota q on q.organization_id = o.id
                        where coalesce(q.next_read_at <= :now, true)
                        on conflict (organization_id) do update set next_read_at = case
                            when known.level in ('RESERVE', 'USED_UP') or exists (select from outbox_message m
                                where m.organization_id = known.organization_id and m.state = 'HELD')
                            then :soon else excluded.next_read_at end
                            where known.next_read_at <= :now
                        returning organization_id, sent""")
                .bind("next", next)
                .bind("soon", soon)
                .bind("now", now)
                .map((row, context) -> new Due(row.getInt("organization_id"), row.getLong("sent")))
                .list());
    }

    /**
     * The next reading comes by that time at the latest; at once where nothing waited yet and the last one is old.
     *
     * @param old readings from before are
     */
    void readSoon(int organization, Instant now, Instant by, Instant old) {
        jdbi.useHandle(handle -> handle.createUpdate("update message_quota set next_read_at = least(next_read_at,"
                        + " case when read_at < :old and not exists (select from outbox_message m"
                        + " where m.organization_id = :organization and m.state = 'HELD') then :now else :by end)"
                        + " where organization_id = :organization")
                .bind("now", now)
                .bind("by", by)
                .bind("old", old)
                .bind("organization", organization)
                .execute());
    }

    List<MessageQuota> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from message_quota order by organization_id")
                .map(QuotaTable::quota)
                .list());
    }

    /** Those of these organizations that have a limit, or were refused; locked, always in the same order. */
    List<MessageQuota> lockLimited(Collection<Integer> organizations) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from message_quota"
                        + " where organization_id = any(:ids) and (monthly_limit is not null or refused_at is not null)"
                        + " order by organization_id for no key update")
                .bindArray("ids", Integer.class, organizations)
                .map(QuotaTable::quota)
                .list());
    }

    Optional<MessageQuota> lock(int organization) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from message_quota where organization_id = :organization for no key update")
                .bind("organization", organization)
                .map(QuotaTable::quota)
                .findOne());
    }

    void store(MessageQuota quota) {
        jdbi.useHandle(handle -> handle.createUpdate("update message_quota set monthly_limit = :limit, used = :used,"
                        + " reported = :reported, read_at = :readAt, sent = :sent, follow_ups = :followUps,"
                        + " follow_ups_each = :each, refused_at = :refusedAt, level = :level"
                        + " where organization_id = :organization")
                .bind("limit", quota.limit().isPresent() ? (Long) quota.limit().getAsLong() : null)
                .bind("used", quota.readAt().isPresent() ? (Long) quota.used() : null)
                .bind("reported", quota.reported())
                .bind("readAt", quota.readAt().orElse(null))
                .bind("sent", quota.sent())
                .bind("followUps", quota.followUps().open())
                .bind("each", quota.followUps().each())
                .bind("refusedAt", quota.refusedAt().orElse(null))
                .bind("level", quota.level().name())
                .bind("organization", quota.organizationId())
                .execute());
    }

    private static MessageQuota quota(ResultSet row, StatementContext context) throws SQLException {
        long limit = row.getLong("monthly_limit");
        OptionalLong known = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(limit);
        return new MessageQuota(
                row.getInt("organization_id"),
                known,
                row.getLong("used"),
                row.getLong("reported"),
                instant(row, "read_at"),
                row.getLong("sent"),
                new FollowUps(row.getLong("follow_ups"), row.getLong("follow_ups_each")),
                instant(row, "refused_at"),
                QuotaLevel.valueOf(row.getString("level")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
