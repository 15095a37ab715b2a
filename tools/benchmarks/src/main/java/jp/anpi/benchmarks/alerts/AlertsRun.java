package jp.anpi.benchmarks.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import jp.anpi.benchmarks.workbench.Await;
import jp.anpi.benchmarks.workbench.BenchDatabase;
import jp.anpi.benchmarks.workbench.Crowd;
import jp.anpi.benchmarks.workbench.StubLine;
import jp.anpi.launcher.LaunchFailure;

/** Lets the step of a silent crowd fall due, watches until every alert is settled, and looks whether each was told once. */
final class AlertsRun {

    private final BenchDatabase database;
    private final StubLine line;
    private final Clock clock;

    AlertsRun(BenchDatabase database, StubLine line, Clock clock) {
        this.database = database;
        this.line = line;
        this.clock = clock;
    }

    /**
     * From the tick that found the first of them due to the last settled row.
     *
     * @throws LaunchFailure when somebody was left out, or told twice
     */
    Duration measure(Crowd silent, Crowd watchers) {
        line.expect(watchers);
        // The stub knows without asking the database, which is busy.
        Await.until(() -> line.recipients() >= watchers.size(), () -> unfinished(watchers));
        Await.until(
                () -> database.number("select count(*) from outbox_message where state = 'READY'") == 0,
                () -> unfinished(watchers));
        Instant end = clock.instant();
        Instant begin = database.instant("select min(opened_at) from incident where opened_at >= ?", silent.due());
        verify(silent, begin);
        return Duration.between(begin, end);
    }

    private String unfinished(Crowd watchers) {
        return "the alerts did not end: " + line.recipients() + " of " + watchers.size() + " people were told";
    }

    private void verify(Crowd silent, Instant begin) {
        long told = database.number(
                "select count(distinct i.subject_id) from incident i join alert_notice n on n.incident_id = i.id"
                        + " join check_in c on c.opened_at = i.check_in_opened_at and c.id = i.check_in_id"
                        + " where i.opened_at >= ? and n.state = 'ACCEPTED' and c.state = 'ALERTED'",
                begin);
        long notices = database.number(
                "select count(*) from alert_notice n join incident i on i.id = n.incident_id where i.opened_at >= ?",
                begin);
        if (told != silent.size() || notices != silent.size() || !line.eachOnce()) {
            throw new LaunchFailure("the alerts went wrong: of " + silent.size() + " people, somebody was told about "
                    + told + " in " + notices + " notices; LINE "
                    + (line.eachOnce() ? "wrote to each once" : "did not write to each exactly once"));
        }
    }
}
