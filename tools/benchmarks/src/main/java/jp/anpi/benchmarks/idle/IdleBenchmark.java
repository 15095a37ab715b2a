package jp.anpi.benchmarks.idle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.anpi.benchmarks.Benchmark;
import jp.anpi.benchmarks.workbench.Crowd;
import jp.anpi.benchmarks.workbench.Crowds;
import jp.anpi.benchmarks.workbench.Options;
import jp.anpi.benchmarks.workbench.Options.Size;
import jp.anpi.benchmarks.workbench.Samples;
import jp.anpi.benchmarks.workbench.Target;
import jp.anpi.benchmarks.workbench.Workbench;
import jp.anpi.launcher.Console;
import jp.anpi.launcher.demo.DevClock;

/**
 * A tick with nothing due, with few schedules and with many (E-19). Every fifth person has been asked and has not
 * answered yet. The clock is a manual one, so that nothing falls due meanwhile.
 */
public final class IdleBenchmark implements Benchmark {

    static final Size PEOPLE = new Size("--people", 2_000, 2_000_000, 200_000, "schedules, beside 1,000");
    static final Size TICKS = new Size("--ticks", 100, 10_000, 300, "ticks measured");
    static final List<Size> SIZES = List.of(PEOPLE, TICKS);

    private static final int FEW = 1_000;
    private static final int WARM_UP = 3_000;
    private static final Target SAME = Target.atMost("many / few", "%.2f", 1.2);
    private static final Target SHORT = Target.atMost("tick with many, ms", "%.2f", 5);

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public String purpose() {
        return "a tick with nothing due: the same with 1,000 schedules and with N";
    }

    @Override
    public List<String> help() {
        return Options.help(SIZES);
    }

    @Override
    public void run(List<String> words, Console console, Clock clock) {
        Options options = Options.parse(SIZES, words);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Map<String, String> standing = Map.of("anpi.profile", "dev", "anpi.clock", "manual:" + now);
        try (Workbench bench = Workbench.start("idle", standing, console)) {
            new Measurement(bench, now, options.of(TICKS)).run(options.of(PEOPLE), console);
        }
    }

    private static final class Measurement {

        private final Crowds crowds;
        private final DevClock product;
        private final IdleFloor floor;
        private final Instant now;
        private final int ticks;

        Measurement(Workbench bench, Instant now, int ticks) {
            this.crowds = new Crowds(bench.database());
            this.product = new DevClock(bench.instance().address());
            this.floor = new IdleFloor(bench.database());
            this.now = now;
            this.ticks = ticks;
        }

        void run(int people, Console console) {
            add(FEW);
            console.step(text("Warming up with %,d ticks", WARM_UP));
            measure(product::settle, WARM_UP);
            console.step(text("%,d schedules", FEW));
            double few = measure(product::settle, ticks);
            add(people - FEW);
            console.step(text("%,d schedules", people));
            measure(product::settle, ticks / 5);
            double many = measure(product::settle, ticks);
            double bare = measure(floor::ask, ticks);
            console.line("");
            console.line(text("A tick with nothing due, medians of %,d", ticks));
            console.line(text("  few     %6.2f ms   %,d schedules", few, FEW));
            console.line(text("  many    %6.2f ms   %,d schedules", many, people));
            console.line(text("  floor   %6.2f ms   %.1f times as long as that", bare, many / bare));
            console.line(SAME.line(many / few));
            console.line(SHORT.line(many));
            console.line("");
            console.line(IdleFloor.DEFINITION);
        }

        private void add(int people) {
            Crowd unasked = crowds.register(people - people / 5, now);
            crowds.schedule(unasked, now.plus(Duration.ofHours(20)));
            Crowd asked = crowds.register(people / 5, now);
            crowds.schedule(asked, now.plus(Duration.ofHours(20)));
            crowds.silentUntil(asked, now.plus(Duration.ofHours(3)), Duration.ofHours(24));
            crowds.settle();
        }

        private static double measure(Runnable tick, int times) {
            List<Double> taken = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                long begin = System.nanoTime();
                tick.run();
                taken.add((System.nanoTime() - begin) / 1e6);
            }
            return Samples.median(taken);
        }

        private static String text(String format, Object... values) {
            return String.format(Locale.ROOT, format, values);
        }
    }
}
