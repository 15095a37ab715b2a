package jp.anpi.foundation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.anpi.foundation.DueRow;
import jp.anpi.foundation.SetAside;
import jp.anpi.foundation.SetAsideRow;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The list of rows that fail, in the database. */
@ApplicationScoped
public class SetAsideTable implements SetAside {

    /** When the first of them is, or was to be, tried again. */
    static final String FIRST_DUE = "select min(next_attempt_at) from set_aside";

    private Jdbi jdbi;

    /** For the proxy. */
    public SetAsideTable() {}

    @Inject
    SetAsideTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void failed(String work, DueRow row, String error, Instant now, Optional<Instant> nextAttemptAt) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into set_aside as known (work, row_key, organization_id, since, attempts, last_failed_at,
                                                        next_attempt_at, error)
                        values (:work, :key, :organization, :now, 1, :now, :next, :error)
                        on conflict (work, row_key) do update set attempts = known.attempts + 1, last_failed_at = :now,
                            next_attempt_at = excluded.next_attempt_at, error = excluded.error""")
                .bind("work", work)
                .bind("key", row.key())
                .bind("organization", row.organizationId())
                .bind("now", now)
                .bind("next", nextAttemptAt.orElse(null))
                .bind("error", error)
                .execute());
    }

    /**
     * Rows of this kind that were to be tried again before both: they did not fail again.
     *
     * @return how many it were
     */
    int workedBefore(String work, Instant undone, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from set_aside where work = :work"
                        + " and next_attempt_at <= :now and next_attempt_at < :undone")
                .bind("work", work)
                .bind("undone", undone)
                .bind("now", now)
                .execute());
    }

    @Override
    public void forget(String work, String key) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from set_aside where work = :work and row_key = :key")
                .bind("work", work)
                .bind("key", key)
                .execute());
    }

    @Override
    public List<SetAsideRow> of(int organizationId, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select work, row_key, organization_id, since, attempts, last_failed_at, next_attempt_at, error
                        from set_aside where organization_id = :organization order by since, work, row_key limit :most""")
                .bind("organization", organizationId)
                .bind("most", most)
                .map(SetAsideTable::row)
                .list());
    }

    @Override
    public Map<String, Long> count() {
        Map<String, Long> counts = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery("select work, count(*) as rows from set_aside group by work")
                .map((row, context) -> counts.put(row.getString("work"), row.getLong("rows")))
                .list());
        return counts;
    }

    private static SetAsideRow row(ResultSet row, StatementContext context) throws SQLException {
        return new SetAsideRow(
                row.getString("work"),
                new DueRow(row.getInt("organization_id"), row.getString("row_key")),
                instant(row, "since").orElseThrow(),
                row.getInt("attempts"),
                instant(row, "last_failed_at").orElseThrow(),
                instant(row, "next_attempt_at"),
                row.getString("error"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
