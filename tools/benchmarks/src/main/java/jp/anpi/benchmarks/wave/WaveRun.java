package jp.anpi.benchmarks.wave;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import jp.anpi.benchmarks.workbench.Await;
import jp.anpi.benchmarks.workbench.BenchDatabase;
import jp.anpi.benchmarks.workbench.Crowd;
import jp.anpi.benchmarks.workbench.StubLine;
import jp.anpi.launcher.LaunchFailure;

/** Lets a crowd fall due, watches until everything is settled, and looks whether everybody was asked once. */
final class WaveRun {

    private final BenchDatabase database;
    private final StubLine line;
    private final Clock clock;

    /**
     * A wave that came to its end.
     *
     * @param took from the tick that found the first of them due to the last settled row
     */
    record Outcome(Duration took, int requests, int recipients) {}

    WaveRun(BenchDatabase database, StubLine line, Clock clock) {
        this.database = database;
        this.line = line;
        this.clock = clock;
    }

    /** @throws LaunchFailure when somebody was left out, or asked twice */
    Outcome measure(Crowd crowd) {
        line.expect(crowd);
        // The stub knows without asking the database, which is busy.
        Await.until(() -> line.recipients() >= crowd.size(), () -> unfinished(crowd));
        Await.until(
                () -> database.number("select count(*) from outbox_message where state = 'READY'") == 0,
                () -> unfinished(crowd));
        Instant end = clock.instant();
        Instant begin = database.instant("select min(opened_at) from check_in where opened_at >= ?", crowd.due());
        verify(crowd, begin);
        return new Outcome(Duration.between(begin, end), line.requests(), line.recipients());
    }

    private String unfinished(Crowd crowd) {
        return "the wave did not end: " + line.recipients() + " of " + crowd.size() + " people were written to";
    }

    private void verify(Crowd crowd, Instant begin) {
        long checkIns = database.number("select count(*) from check_in where opened_at >= ?", begin);
        long sent = database.number(
                "select count(distinct c.subject_id) from check_in c join member m on m.id = c.subject_id"
                        + " where c.opened_at >= ? and c.state = 'SENT' and c.next_step_at > c.sent_at"
                        + " and m.line_user_id between 'U' || lpad(?::text, 32, '0') and 'U' || lpad(?::text, 32, '0')",
                begin,
                crowd.first(),
                crowd.last());
        long logs = database.number("select count(*) from check_in_log where at >= ?", begin);
        if (checkIns != crowd.size() || sent != crowd.size() || logs != 2L * crowd.size() || !line.eachOnce()) {
            throw new LaunchFailure("the wave went wrong: of " + crowd.size() + " people, " + sent + " were asked; "
                    + checkIns + " check-ins, " + logs + " log entries; LINE "
                    + (line.eachOnce() ? "wrote to each once" : "did not write to each exactly once"));
        }
    }
}
