package jp.anpi.benchmarks.wave;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import jp.anpi.benchmarks.Benchmark;
import jp.anpi.benchmarks.workbench.Crowd;
import jp.anpi.benchmarks.workbench.Crowds;
import jp.anpi.benchmarks.workbench.Lead;
import jp.anpi.benchmarks.workbench.LiveHeap;
import jp.anpi.benchmarks.workbench.Options;
import jp.anpi.benchmarks.workbench.Options.Size;
import jp.anpi.benchmarks.workbench.Samples;
import jp.anpi.benchmarks.workbench.Workbench;
import jp.anpi.launcher.Console;

/**
 * Everybody is due at the same instant: from the tick that finds them due to the last multicast accepted and settled,
 * beside the same row changes as bare SQL, and beside one job for each of them.
 *
 * <p>Every measurement has people of its own, begins right after a checkpoint with fresh statistics, and is checked:
 * each person has one check-in, sent, and LINE was given each user id once.
 */
public final class WaveBenchmark implements Benchmark {

    static final Size PEOPLE = new Size("--people", 1_000, 2_000_000, 50_000, "people due at the same instant");
    static final Size ROUNDS = new Size("--rounds", 1, 20, 3, "floor and wave in turn, this often");
    static final Size JOBS = new Size("--jobs", 100, 1_000_000, 3_000, "people asked by db-scheduler");
    static final List<Size> SIZES = List.of(PEOPLE, ROUNDS, JOBS);

    private static final int WARM_UP = 20_000;

    @Override
    public String name() {
        return "wave";
    }

    @Override
    public String purpose() {
        return "N people are due in the same minute: how long until LINE has accepted every question";
    }

    @Override
    public List<String> help() {
        return Options.help(SIZES);
    }

    @Override
    public void run(List<String> words, Console console, Clock clock) {
        Options options = Options.parse(SIZES, words);
        try (Workbench bench = Workbench.start("wave", console)) {
            new Measurement(bench, console, clock).run(options);
        }
    }

    private static final class Measurement {

        private final Console console;
        private final Clock clock;
        private final Workbench bench;
        private final Crowds crowds;
        private final Lead lead;
        private final Floor floor;
        private final WaveRun wave;

        Measurement(Workbench bench, Console console, Clock clock) {
            this.bench = bench;
            this.console = console;
            this.clock = clock;
            this.crowds = new Crowds(bench.database());
            this.lead = new Lead(crowds, clock);
            this.floor = new Floor(bench.database());
            this.wave = new WaveRun(bench.database(), bench.line(), clock);
        }

        void run(Options options) {
            int people = options.of(PEOPLE);
            console.step(text("Warming up with %,d people", WARM_UP));
            floor(WARM_UP);
            wave(WARM_UP);
            WaveFigures figures = new WaveFigures();
            for (int round = 1; round <= options.of(ROUNDS); round++) {
                Duration floorTook = floor(people);
                WaveRun.Outcome outcome = wave(people);
                figures.round(floorTook, outcome);
                console.step(text(
                        "Round %d: floor %.2f s, wave %.2f s, %d multicasts",
                        round, Samples.seconds(floorTook), Samples.seconds(outcome.took()), outcome.requests()));
            }
            int jobs = Math.min(people, options.of(JOBS));
            console.step(text("The same for %,d people as one job each in db-scheduler", jobs));
            Duration jobsTook = new JobForEach(bench).measure(crowds.register(jobs, clock.instant()), clock);
            try (LiveHeap heap = LiveHeap.of(bench.productPid())) {
                console.step("Two more waves, slowed by full collections, to see how much memory they hold");
                long few = peakHeap(heap, people / 10);
                long many = peakHeap(heap, people);
                console.line("");
                figures.lines(people, few, many).forEach(console::line);
                figures.jobLines(people, jobs, jobsTook).forEach(console::line);
            }
            console.line("");
            console.line(Floor.DEFINITION);
            console.line(JobForEach.DEFINITION);
        }

        private Duration floor(int people) {
            Crowd registered = crowds.register(people, clock.instant());
            Crowd crowd = lead.dueLater(people, due -> crowds.schedule(registered, due));
            return floor.measure(crowd, clock.instant().truncatedTo(ChronoUnit.MICROS));
        }

        private WaveRun.Outcome wave(int people) {
            return wave.measure(dueSoon(people));
        }

        private long peakHeap(LiveHeap heap, int people) {
            Crowd crowd = dueSoon(people);
            return heap.peakDuring(() -> wave.measure(crowd));
        }

        private Crowd dueSoon(int people) {
            Crowd registered = crowds.register(people, clock.instant());
            return lead.dueSoon(people, due -> crowds.schedule(registered, due));
        }

        private static String text(String format, Object... values) {
            return String.format(Locale.ROOT, format, values);
        }
    }
}
