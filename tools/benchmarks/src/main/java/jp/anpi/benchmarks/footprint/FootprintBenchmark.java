package jp.anpi.benchmarks.footprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import jp.anpi.benchmarks.Benchmark;
import jp.anpi.benchmarks.wave.FirstWave;
import jp.anpi.benchmarks.workbench.Options;
import jp.anpi.benchmarks.workbench.Options.Size;
import jp.anpi.benchmarks.workbench.Target;
import jp.anpi.benchmarks.workbench.Workbench;
import jp.anpi.launcher.Console;
import jp.anpi.launcher.Installation;

/** How soon the product is ready, how much memory it holds after its first wave, and how large it is to be copied. */
public final class FootprintBenchmark implements Benchmark {

    static final Size PEOPLE = new Size("--people", 1_000, 2_000_000, 50_000, "people of the wave");
    static final List<Size> SIZES = List.of(PEOPLE);

    private static final Target START = Target.atMost("start to ready, database included, s", "%.1f", 25);
    private static final Target MEMORY =
            Target.atMost("resident memory of the product after the wave, MB", "%.0f", 700);
    private static final Target ARTIFACT = Target.atMost("ROOT.war, MB", "%.1f", 60);

    @Override
    public String name() {
        return "footprint";
    }

    @Override
    public String purpose() {
        return "start to ready, memory after a wave, size of what is installed";
    }

    @Override
    public List<String> help() {
        return Options.help(SIZES);
    }

    @Override
    public void run(List<String> words, Console console, Clock clock) {
        Options options = Options.parse(SIZES, words);
        int people = options.of(PEOPLE);
        long begin = System.nanoTime();
        try (Workbench bench = Workbench.start("footprint", console)) {
            double started = (System.nanoTime() - begin) / 1e9;
            double atRest = ResidentMemory.of(bench.productPid()).orElse(Double.NaN);
            console.step(String.format(Locale.ROOT, "A wave of %,d people", people));
            FirstWave.of(people, bench, clock);
            double afterwards = ResidentMemory.of(bench.productPid()).orElse(Double.NaN);
            double database = bench.instance()
                    .database()
                    .map(server -> ResidentMemory.ofFamily(server.process()))
                    .orElse(0.0);
            console.line("");
            console.line("Footprint");
            console.line(START.line(started));
            console.line(String.format(Locale.ROOT, "  resident memory when ready: %.0f MB", atRest));
            console.line(MEMORY.line(afterwards));
            console.line(String.format(Locale.ROOT, "  the embedded PostgreSQL then: %.0f MB", database));
            console.line(ARTIFACT.line(megabytes(Installation.locate().webArchive())));
        }
    }

    private static double megabytes(Path file) {
        try {
            return Files.size(file) / 1024.0 / 1024.0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
