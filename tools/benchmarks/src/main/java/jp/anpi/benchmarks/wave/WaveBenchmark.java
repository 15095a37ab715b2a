package jp.anpi.benchmarks.wave;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import jp.anpi.benchmarks.Benchmark;
import jp.anpi.launcher.Console;

/**
 * Everybody is due at the same instant: from the tick that finds them due to the last multicast accepted and settled,
 * beside the same row changes as bare SQL.
 *
 * <p>Every measurement has people of its own, begins right after a checkpoint with fresh statistics, and is checked:
 * each person has one check-in, sent, and LINE was given each user id once.
 */
public final class WaveBenchmark implements Benchmark {

    private static final OperatingSystemMXBean MACHINE = ManagementFactory.getOperatingSystemMXBean();
    private static final int WARM_UP = 20_000;

    /** Time to write a crowd down before it falls due, besides twice what the crowd before it took. */
    private static final Duration LEAD = Duration.ofSeconds(5);

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
        return WaveOptions.HELP;
    }

    @Override
    public void run(List<String> words, Console console, Clock clock) {
        WaveOptions options = WaveOptions.parse(words);
        try (Workbench bench = Workbench.start(console)) {
            new Measurement(bench, console, clock).run(options);
        }
    }

    private static final class Measurement {

        private final Console console;
        private final Clock clock;
        private final Workbench bench;
        private final Crowds crowds;
        private final Floor floor;
        private final WaveRun wave;
        private Duration writingDown = Duration.ZERO;
        private int writtenDown = 1;

        Measurement(Workbench bench, Console console, Clock clock) {
            this.bench = bench;
            this.console = console;
            this.clock = clock;
            this.crowds = new Crowds(bench.database());
            this.floor = new Floor(bench.database());
            this.wave = new WaveRun(bench.database(), bench.line(), clock);
        }

        void run(WaveOptions options) {
            int people = options.participants();
            console.step(text(
                    "%d processors; load before the start %.1f",
                    MACHINE.getAvailableProcessors(), MACHINE.getSystemLoadAverage()));
            console.step(text("Warming up with %,d people", WARM_UP));
            floor(WARM_UP);
            wave(WARM_UP);
            WaveFigures figures = new WaveFigures();
            for (int round = 1; round <= options.rounds(); round++) {
                Duration floorTook = floor(people);
                WaveRun.Outcome outcome = wave(people);
                figures.round(floorTook, outcome);
                console.step(text(
                        "Round %d: floor %.2f s, wave %.2f s, %d multicasts",
                        round,
                        WaveFigures.seconds(floorTook),
                        WaveFigures.seconds(outcome.took()),
                        outcome.requests()));
            }
            try (LiveHeap heap = LiveHeap.of(bench.productPid())) {
                console.step("Two more waves, slowed by full collections, to see how much memory they hold");
                long few = peakHeap(heap, people / 10);
                long many = peakHeap(heap, people);
                console.line("");
                figures.lines(people, few, many).forEach(console::line);
            }
            console.line("");
            console.line(Floor.DEFINITION);
        }

        private Duration floor(int people) {
            Instant future = clock.instant().truncatedTo(ChronoUnit.MICROS).plus(40, ChronoUnit.DAYS);
            Crowd registered = crowds.register(people, clock.instant());
            Crowd crowd = schedule(registered, future);
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
            Instant due = clock.instant()
                    .plus(LEAD)
                    .plus(writingDown.multipliedBy(2L * Math.max(1, people / writtenDown)))
                    .truncatedTo(ChronoUnit.SECONDS);
            return schedule(registered, due);
        }

        private Crowd schedule(Crowd registered, Instant due) {
            long begin = System.nanoTime();
            Crowd crowd = crowds.schedule(registered, due);
            crowds.settle();
            writingDown = Duration.ofNanos(System.nanoTime() - begin);
            writtenDown = registered.size();
            return crowd;
        }

        private static String text(String format, Object... values) {
            return String.format(Locale.ROOT, format, values);
        }
    }
}
