package jp.anpi.benchmarks.wave;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import jp.anpi.benchmarks.workbench.Await;
import jp.anpi.benchmarks.workbench.BenchDatabase;
import jp.anpi.benchmarks.workbench.Crowd;
import jp.anpi.benchmarks.workbench.StubLine;
import jp.anpi.benchmarks.workbench.Workbench;
import jp.anpi.launcher.EmbeddedDatabase;
import jp.anpi.launcher.LaunchFailure;

/** The same people asked the other way: one job for each in db-scheduler, each with a push of its own. */
final class JobForEach {

    /** How it is defined, for the reader of the figures. */
    static final String DEFINITION =
            "db-scheduler: a one-time task for each person, due at once, with its lock-and-fetch"
                    + " polling, 32 threads and a pool\n  of 32 connections on the same PostgreSQL; from its start to the last"
                    + " task removed; one push each to the same LINE.";

    private static final int THREADS = 32;
    private static final String TASK = "ask";

    private final EmbeddedDatabase server;
    private final BenchDatabase database;
    private final StubLine line;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    JobForEach(Workbench bench) {
        this.server = bench.instance().database().orElseThrow();
        this.database = bench.database();
        this.line = bench.line();
    }

    /** How long it takes from the start of its scheduler until nothing is left to do. */
    Duration measure(Crowd crowd, Clock clock) {
        makeTable();
        OneTimeTask<Void> ask = Tasks.oneTime(TASK)
                .execute((instance, context) -> push(Crowd.lineUserId(Long.parseLong(instance.getId()))));
        try (HikariDataSource pool = new HikariDataSource(pool())) {
            Scheduler scheduler = Scheduler.create(pool, ask)
                    .threads(THREADS)
                    .pollUsingLockAndFetch(1, 4)
                    .pollingInterval(Duration.ofSeconds(1))
                    .build();
            Instant due = clock.instant();
            scheduler.scheduleBatch(
                    LongStream.rangeClosed(crowd.first(), crowd.last())
                            .mapToObj(number -> ask.instance(Long.toString(number)))
                            .map(instance -> (TaskInstance<?>) instance),
                    due);
            database.execute("vacuum (analyze) scheduled_tasks");
            database.execute("checkpoint");
            line.expect(crowd);
            long begin = System.nanoTime();
            scheduler.start();
            try {
                Await.until(() -> line.recipients() >= crowd.size(), this::unfinished);
                Await.until(() -> database.number("select count(*) from scheduled_tasks") == 0, this::unfinished);
                Duration took = Duration.ofNanos(System.nanoTime() - begin);
                if (!line.eachOnce()) {
                    throw new LaunchFailure("db-scheduler did not write to everybody once");
                }
                return took;
            } finally {
                scheduler.stop();
            }
        }
    }

    private String unfinished() {
        return "db-scheduler did not come to an end: " + line.recipients() + " people were written to";
    }

    private void push(String person) {
        String body = "{\"to\":\"" + person + "\",\"messages\":[{\"type\":\"text\",\"text\":\"?\"}]}";
        try {
            http.send(
                    HttpRequest.newBuilder(URI.create(line.url() + "/v2/bot/message/push"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (IOException failed) {
            throw new IllegalStateException("The push failed", failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private HikariConfig pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.url());
        config.setUsername(server.user());
        config.setPassword(server.password());
        config.setMaximumPoolSize(THREADS);
        return config;
    }

    /** As db-scheduler's documentation describes it for PostgreSQL. */
    private void makeTable() {
        database.execute("drop table if exists scheduled_tasks");
        database.execute("create table scheduled_tasks (task_name text not null, task_instance text not null,"
                + " task_data bytea, execution_time timestamptz not null, picked boolean not null, picked_by text,"
                + " last_success timestamptz, last_failure timestamptz, consecutive_failures int,"
                + " last_heartbeat timestamptz, version bigint not null, priority smallint,"
                + " primary key (task_name, task_instance))");
        database.execute("create index on scheduled_tasks (execution_time)");
        database.execute("create index on scheduled_tasks (last_heartbeat)");
    }
}
