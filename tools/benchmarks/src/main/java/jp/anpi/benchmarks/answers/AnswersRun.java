package jp.anpi.benchmarks.answers;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import jp.anpi.benchmarks.workbench.Await;
import jp.anpi.benchmarks.workbench.BenchDatabase;
import jp.anpi.benchmarks.workbench.Clients;
import jp.anpi.benchmarks.workbench.Crowd;
import jp.anpi.benchmarks.workbench.StubLine;
import jp.anpi.benchmarks.workbench.Workbench;
import jp.anpi.launcher.LaunchFailure;

/** Lets everybody in a crowd press OK, watches until everybody was replied to, and looks whether each answer counted. */
final class AnswersRun {

    private final BenchDatabase database;
    private final StubLine line;
    private final URI product;
    private final int clients;
    private final Clock clock;

    /**
     * What came of it.
     *
     * @param took from the first webhook to the last reply and the last settled row
     * @param waits how long LINE waited for each 200, in milliseconds
     */
    record Outcome(Duration took, List<Double> waits) {}

    AnswersRun(Workbench bench, int clients, Clock clock) {
        this.database = bench.database();
        this.line = bench.line();
        this.product = bench.instance().address();
        this.clients = clients;
        this.clock = clock;
    }

    /** As fast as the connections can. */
    Outcome burst(Crowd crowd) {
        return measure(crowd, 0);
    }

    /**
     * Evenly, so many a second, whether the product keeps up or not: a wait counts from when it should have begun.
     *
     * @throws LaunchFailure when somebody's answer did not count, or was not replied to once
     */
    Outcome evenly(Crowd crowd, double perSecond) {
        return measure(crowd, (long) (1e9 / perSecond));
    }

    private Outcome measure(Crowd crowd, long gap) {
        line.expect(crowd);
        Instant from = clock.instant();
        List<Double> waits = Collections.synchronizedList(new ArrayList<>(crowd.size()));
        long begin = System.nanoTime();
        Clients.run(clients, client -> {
            try (WebhookClient webhook = new WebhookClient(product)) {
                for (int i = client; i < crowd.size(); i += clients) {
                    long due = gap == 0 ? System.nanoTime() : begin + i * gap;
                    LockSupport.parkNanos(due - System.nanoTime());
                    webhook.ok(crowd.first() + i, clock.instant());
                    waits.add((System.nanoTime() - due) / 1e6);
                }
            }
        });
        Await.until(() -> line.recipients() >= crowd.size(), () -> unfinished(crowd));
        Await.until(
                () -> database.number("select count(*) from webhook_event where state = 'NEW'") == 0,
                () -> unfinished(crowd));
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        verify(crowd, from);
        return new Outcome(took, waits);
    }

    private String unfinished(Crowd crowd) {
        return "the answers did not end: " + line.recipients() + " of " + crowd.size() + " people were replied to";
    }

    private void verify(Crowd crowd, Instant from) {
        long confirmed =
                database.number("select count(*) from check_in where state = 'CONFIRMED' and answered_at >= ?", from);
        long answers = database.number("select count(*) from answer where at >= ?", from.truncatedTo(MILLIS));
        if (confirmed != crowd.size() || answers != crowd.size() || !line.eachOnce()) {
            throw new LaunchFailure("the answers went wrong: of " + crowd.size() + ", " + confirmed + " confirmed, "
                    + answers + " were kept; LINE "
                    + (line.eachOnce() ? "replied to each once" : "did not reply to each exactly once"));
        }
    }
}
