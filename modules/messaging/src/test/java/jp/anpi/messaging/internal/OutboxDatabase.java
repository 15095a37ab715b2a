package jp.anpi.messaging.internal;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import jp.anpi.database.Schema;
import jp.anpi.database.testing.TestDatabase;
import org.jdbi.v3.core.Jdbi;

/** A migrated database with one organization and an outbox to fill. */
final class OutboxDatabase {

    static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");

    final Jdbi jdbi;

    OutboxDatabase() {
        DataSource source = TestDatabase.empty();
        new Schema(source).migrate();
        jdbi = Jdbi.create(source)
                .registerArrayType(Integer.class, "integer")
                .registerArgument(new TimestampWithZone());
        jdbi.useHandle(handle -> handle.execute("insert into organization (key, name, preset, created_at)"
                + " values ('midori', 'みどり市', 'CONNECT_HEART', '2026-11-01 00:00+09')"));
    }

    /** So many messages of this priority that are due so many seconds after noon, or before. */
    void fill(int count, int priority, int secondsAfterNoon) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into outbox_message (id, organization_id, priority, kind,"
                        + " content, recipient_ids, reference_ids, next_attempt_at, created_at)"
                        + " select gen_random_uuid(), 1, :priority, 'WATCHER_JOINED', '{\"number\": \"1001-2\"}',"
                        + " array[1], array[0], cast(:noon as timestamptz) + make_interval(secs => :seconds),"
                        + " cast(:noon as timestamptz) from generate_series(1, :count)")
                .bind("priority", priority)
                .bind("seconds", secondsAfterNoon)
                .bind("noon", NOON)
                .bind("count", count)
                .execute());
    }

    void analyze() {
        jdbi.useHandle(handle -> handle.execute("analyze outbox_message"));
    }

    /** How PostgreSQL finds the next of that priority, and with how many rows. */
    String plan(String sql, int priority) {
        return plan(sql, Map.of("priority", priority, "now", NOON, "most", 8));
    }

    String plan(String sql) {
        return plan(sql, Map.of());
    }

    private String plan(String sql, Map<String, ?> parameters) {
        return jdbi.withHandle(
                handle -> handle.createQuery("explain (analyze, costs off, timing off, summary off) " + sql)
                        .bindMap(parameters)
                        .mapTo(String.class)
                        .collect(Collectors.joining("\n")));
    }
}
