package jp.anpi.benchmarks.answers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.anpi.benchmarks.workbench.BenchDatabase;
import jp.anpi.benchmarks.workbench.Clients;
import jp.anpi.benchmarks.workbench.Crowd;
import jp.anpi.launcher.EmbeddedDatabase;

/** The row changes of an answer as bare SQL, by as many clients as LINE has connections. */
final class AnswersFloor implements AutoCloseable {

    /** How it is defined, for the reader of the figures. */
    static final String DEFINITION = "The floor: the row changes of an answer for as many other people in the same"
            + " database, by 32 clients with a connection\n  each and prepared statements: event inserted; then in a"
            + " second durable transaction check_in confirmed, log and answer\n  inserted, schedule, conversation and"
            + " event updated. Nothing read, nothing locked, no HTTP.";

    /** What one answer closes. */
    private record Open(long person, int organization, long schedule, long checkIn, Instant openedAt) {}

    private final List<BenchDatabase> connections = new ArrayList<>();

    AnswersFloor(EmbeddedDatabase database, int clients) {
        for (int client = 0; client < clients; client++) {
            connections.add(BenchDatabase.open(database));
        }
    }

    /** How long the row changes of all their answers take. */
    Duration measure(Crowd crowd, Instant now) {
        List<Open> all = connections
                .get(0)
                .list(
                        "select substr(m.line_user_id, 2)::bigint, s.organization_id, s.id, s.open_check_in_id,"
                                + " s.open_since from check_in_schedule s join member m on m.id = s.subject_id"
                                + " where m.line_user_id between ? and ? order by s.id",
                        row -> new Open(
                                row.getLong(1),
                                row.getInt(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getTimestamp(5).toInstant()),
                        Crowd.lineUserId(crowd.first()),
                        Crowd.lineUserId(crowd.last()));
        long begin = System.nanoTime();
        Clients.run(connections.size(), client -> {
            for (int i = client; i < all.size(); i += connections.size()) {
                answer(connections.get(client), all.get(i), now);
            }
        });
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Override
    public void close() {
        connections.forEach(BenchDatabase::close);
    }

    private static void answer(BenchDatabase database, Open open, Instant now) {
        String user = Crowd.lineUserId(open.person());
        String event = String.format(Locale.ROOT, "F%032d", open.person());
        // As long as an event of the product's; as one that failed before and waits, or the product would work it.
        String payload = "{\"type\":\"postback\",\"postback\":{\"data\":\"ok\"},\"source\":\"" + user + "\"}";
        database.execute(
                "insert into webhook_event (organization_id, id, line_user_id, occurred_at, received_at, arrived_at,"
                        + " payload, attempts, next_attempt_at) values (?, ?, ?, ?, ?, ?, ?, 1, ?)",
                open.organization(),
                event,
                user,
                now,
                now,
                now,
                payload.repeat(3),
                now.plus(Duration.ofDays(40)));
        database.together(() -> {
            database.execute(
                    "update check_in set state = 'CONFIRMED', next_step_at = null, answered_at = ?, closed_at = ?"
                            + " where opened_at = ? and id = ?",
                    now,
                    now,
                    open.openedAt(),
                    open.checkIn());
            database.execute(
                    "insert into check_in_log (organization_id, check_in_id, at, from_state, to_state, reason, actor)"
                            + " values (?, ?, ?, 'REMINDED', 'CONFIRMED', 'OK_IN_TIME', 'PARTICIPANT')",
                    open.organization(),
                    open.checkIn(),
                    now);
            database.execute(
                    "update check_in_schedule set last_ok_at = ?, open_check_in_id = null, open_since = null"
                            + " where id = ?",
                    now,
                    open.schedule());
            database.execute(
                    "insert into answer (organization_id, schedule_id, check_in_id, at, kind, source)"
                            + " values (?, ?, ?, ?, 'OK', 'BUTTON')",
                    open.organization(),
                    open.schedule(),
                    open.checkIn(),
                    now);
            database.execute(
                    "update conversation set heard_at = ?, updated_at = ?, version = version + 1"
                            + " where organization_id = ? and line_user_id = ?",
                    now,
                    now,
                    open.organization(),
                    user);
            database.execute(
                    "update webhook_event set state = 'WORKED', worked_at = ?, line_user_id = null, payload = null"
                            + " where organization_id = ? and id = ?",
                    now,
                    open.organization(),
                    event);
        });
    }
}
