package jp.anpi.benchmarks.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import jp.anpi.benchmarks.Benchmark;
import jp.anpi.benchmarks.workbench.Crowd;
import jp.anpi.benchmarks.workbench.Crowds;
import jp.anpi.benchmarks.workbench.Lead;
import jp.anpi.benchmarks.workbench.Options;
import jp.anpi.benchmarks.workbench.Options.Size;
import jp.anpi.benchmarks.workbench.Rounds;
import jp.anpi.benchmarks.workbench.Samples;
import jp.anpi.benchmarks.workbench.Target;
import jp.anpi.benchmarks.workbench.Workbench;
import jp.anpi.launcher.Console;

/**
 * The worst night: everybody who was asked is silent. From the tick that finds their alert due to the last push accepted
 * and settled, beside the same row changes as bare SQL. Each of them is watched by one person, so that there are as many
 * incidents, notices, outbox rows and pushes as people.
 */
public final class AlertsBenchmark implements Benchmark {

    static final Size PEOPLE = new Size("--people", 1_000, 1_000_000, 20_000, "silent people");
    static final Size ROUNDS = new Size("--rounds", 1, 20, 3, "floor and alerts in turn, this often");
    static final List<Size> SIZES = List.of(PEOPLE, ROUNDS);

    private static final Target RATIO = Target.atMost("ratio alerts / floor", "%.2f", 2.0);

    /** A node that has run for a while: before so many alerts its compiler takes a third of what they cost. */
    private static final int WARM_UP = 100_000;

    private static final int WARM_UP_OF_FLOOR = 10_000;
    private static final Duration ASKED = Duration.ofHours(27);

    @Override
    public String name() {
        return "alerts";
    }

    @Override
    public String purpose() {
        return "N silent people reach their alert in the same minute: how long until everybody is told";
    }

    @Override
    public List<String> help() {
        return Options.help(SIZES);
    }

    @Override
    public void run(List<String> words, Console console, Clock clock) {
        Options options = Options.parse(SIZES, words);
        try (Workbench bench = Workbench.start("alerts", console)) {
            new Measurement(bench, console, clock).run(options);
        }
    }

    private static final class Measurement {

        private final Console console;
        private final Clock clock;
        private final Crowds crowds;
        private final Lead lead;
        private final AlertsFloor floor;
        private final AlertsRun alerts;

        Measurement(Workbench bench, Console console, Clock clock) {
            this.console = console;
            this.clock = clock;
            this.crowds = new Crowds(bench.database());
            this.lead = new Lead(crowds, clock);
            this.floor = new AlertsFloor(bench.database());
            this.alerts = new AlertsRun(bench.database(), bench.line(), clock);
        }

        void run(Options options) {
            int people = options.of(PEOPLE);
            console.step(String.format(Locale.ROOT, "Warming up with %,d people", WARM_UP));
            floor(WARM_UP_OF_FLOOR);
            alerts(WARM_UP);
            Rounds rounds = new Rounds();
            for (int round = 1; round <= options.of(ROUNDS); round++) {
                Duration floorTook = floor(people);
                Duration took = alerts(people);
                rounds.add(floorTook, took);
                console.step(String.format(
                        Locale.ROOT,
                        "Round %d: floor %.2f s, alerts %.2f s",
                        round,
                        Samples.seconds(floorTook),
                        Samples.seconds(took)));
            }
            console.line("");
            rounds.lines("Alerts", "alerts", people).forEach(console::line);
            console.line(RATIO.line(rounds.ratio()));
            console.line("");
            console.line(AlertsFloor.DEFINITION);
        }

        private Duration floor(int people) {
            Crowd scheduled = watched(people);
            Crowd silent = lead.dueLater(people, due -> crowds.silentUntil(scheduled, due, asked(due)));
            return floor.measure(silent, clock.instant().truncatedTo(ChronoUnit.MICROS));
        }

        private Duration alerts(int people) {
            Crowd scheduled = watched(people);
            Crowd watchers = new Crowd(scheduled.last() + 1, people, scheduled.due());
            Crowd silent = lead.dueSoon(people, due -> crowds.silentUntil(scheduled, due, ASKED));
            return alerts.measure(silent, watchers);
        }

        /** Those of the floor were asked as long ago as the others, counted from today. */
        private Duration asked(Instant due) {
            return Duration.between(clock.instant(), due).plus(ASKED);
        }

        private Crowd watched(int people) {
            Crowd participants = crowds.register(people, clock.instant());
            Crowd watchers = crowds.register(people, clock.instant());
            crowds.watch(participants, watchers, clock.instant());
            return crowds.schedule(participants, clock.instant().plus(50, ChronoUnit.DAYS));
        }
    }
}
