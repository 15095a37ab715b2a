package jp.anpi.benchmarks.answers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.anpi.benchmarks.Benchmark;
import jp.anpi.benchmarks.workbench.Crowd;
import jp.anpi.benchmarks.workbench.Crowds;
import jp.anpi.benchmarks.workbench.Options;
import jp.anpi.benchmarks.workbench.Options.Size;
import jp.anpi.benchmarks.workbench.Samples;
import jp.anpi.benchmarks.workbench.Target;
import jp.anpi.benchmarks.workbench.Workbench;
import jp.anpi.launcher.Console;

/**
 * Everybody presses OK in the same minute: from the first signed webhook to the last answer stored, applied and replied
 * to, beside the same row changes as bare SQL by as many clients. Then how long LINE waits for its 200 at half that load.
 */
public final class AnswersBenchmark implements Benchmark {

    /** Few enough that the last is worked before its reply token is too old. */
    static final Size PEOPLE = new Size("--people", 500, 20_000, 5_000, "people who press OK");

    static final Size ROUNDS = new Size("--rounds", 1, 20, 3, "floor and answers in turn, this often");
    static final Size SECONDS = new Size("--seconds", 5, 60, 15, "seconds of half the load");
    static final List<Size> SIZES = List.of(PEOPLE, ROUNDS, SECONDS);

    private static final int CLIENTS = 32;
    private static final Target SHARE = Target.atLeast("answers a second / floor", "%.2f", 1.0 / 3);
    private static final Target WAIT =
            Target.atMost("99th percentile of LINE's wait at half that load, ms", "%.0f", 200);
    private static final int WARM_UP = 3_000;

    @Override
    public String name() {
        return "answers";
    }

    @Override
    public String purpose() {
        return "N people press OK, over 32 connections: how many a second are stored, applied and replied to";
    }

    @Override
    public List<String> help() {
        return Options.help(SIZES);
    }

    @Override
    public void run(List<String> words, Console console, Clock clock) {
        Options options = Options.parse(SIZES, words);
        try (Workbench bench = Workbench.start("answers", console);
                AnswersFloor floor =
                        new AnswersFloor(bench.instance().database().orElseThrow(), CLIENTS)) {
            new Measurement(bench, floor, console, clock).run(options);
        }
    }

    private static final class Measurement {

        private final Console console;
        private final Clock clock;
        private final Crowds crowds;
        private final AnswersFloor floor;
        private final AnswersRun answers;
        private final List<Double> floors = new ArrayList<>();
        private final List<Double> bursts = new ArrayList<>();

        Measurement(Workbench bench, AnswersFloor floor, Console console, Clock clock) {
            this.console = console;
            this.clock = clock;
            this.crowds = new Crowds(bench.database());
            this.floor = floor;
            this.answers = new AnswersRun(bench, CLIENTS, clock);
        }

        void run(Options options) {
            int people = options.of(PEOPLE);
            console.step(text("Warming up with %,d people", WARM_UP));
            floor.measure(asked(WARM_UP), clock.instant());
            answers.burst(asked(WARM_UP));
            for (int round = 1; round <= options.of(ROUNDS); round++) {
                floors.add(people / Samples.seconds(floor.measure(asked(people), clock.instant())));
                bursts.add(people / Samples.seconds(answers.burst(asked(people)).took()));
                console.step(text(
                        "Round %d: floor %,.0f, answers %,.0f a second",
                        round, floors.get(round - 1), bursts.get(round - 1)));
            }
            double perSecond = Samples.median(bursts);
            int seconds = options.of(SECONDS);
            console.step(text("Half of that, evenly, for %d seconds", seconds));
            AnswersRun.Outcome half = answers.evenly(asked((int) (perSecond / 2 * seconds)), perSecond / 2);
            print(people, perSecond, half);
        }

        private void print(int people, double perSecond, AnswersRun.Outcome half) {
            console.line("");
            console.line(
                    text("Answers of %,d people over %d connections, medians of %d", people, CLIENTS, bursts.size()));
            console.line(text("  answers %,8.0f a second", perSecond));
            console.line(text("  floor   %,8.0f a second", Samples.median(floors)));
            console.line(SHARE.line(perSecond / Samples.median(floors)));
            console.line(text(
                    "  LINE waits for its 200 at %,.0f a second: median %.1f ms",
                    perSecond / 2, Samples.median(half.waits())));
            console.line(WAIT.line(Samples.percentile(half.waits(), 0.99)));
            console.line("");
            console.line(AnswersFloor.DEFINITION);
        }

        /** People who were asked and reminded, and have time until their alert. */
        private Crowd asked(int people) {
            Instant now = clock.instant();
            Crowd registered = crowds.register(people, now);
            crowds.acquaint(registered, now);
            crowds.schedule(registered, now.plus(Duration.ofDays(20)));
            Crowd asked = crowds.silentUntil(registered, now.plus(Duration.ofHours(3)), Duration.ofHours(27));
            crowds.settle();
            return asked;
        }

        private static String text(String format, Object... values) {
            return String.format(Locale.ROOT, format, values);
        }
    }
}
