package jp.anpi.benchmarks.wave;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import jp.anpi.launcher.LaunchFailure;

/** Lets a crowd fall due, watches until everything is settled, and looks whether everybody was asked once. */
final class WaveRun {

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration MARGIN = Duration.ofSeconds(1);
    private static final long POLL_MILLIS = 5;

    private final WaveDatabase database;
    private final StubLine line;
    private final Clock clock;

    /**
     * A wave that came to its end.
     *
     * @param took from the tick that found the first of them due to the last settled row
     */
    record Outcome(Duration took, int requests, int recipients) {}

    WaveRun(WaveDatabase database, StubLine line, Clock clock) {
        this.database = database;
        this.line = line;
        this.clock = clock;
    }

    /** @throws LaunchFailure when somebody was left out, or asked twice */
    Outcome measure(Crowd crowd) {
        if (!clock.instant().plus(MARGIN).isBefore(crowd.due())) {
            throw new LaunchFailure("this machine was too slow to prepare " + crowd.size() + " people in time");
        }
        line.expect(crowd);
        // The stub knows without asking the database, which is busy.
        await(crowd, () -> line.recipients() >= crowd.size());
        await(crowd, () -> database.number("select count(*) from outbox_message where state = 'READY'") == 0);
        Instant end = clock.instant();
        Instant begin = database.instant("select min(opened_at) from check_in where opened_at >= ?", crowd.due());
        verify(crowd, begin);
        return new Outcome(Duration.between(begin, end), line.requests(), line.recipients());
    }

    private void await(Crowd crowd, BooleanSupplier condition) {
        Instant limit = crowd.due().plus(LONGEST);
        while (!condition.getAsBoolean()) {
            if (clock.instant().isAfter(limit)) {
                throw new LaunchFailure("the wave did not end: " + line.recipients() + " of " + crowd.size()
                        + " people were written to");
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new LaunchFailure("interrupted");
            }
        }
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
