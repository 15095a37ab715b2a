package jp.anpi.benchmarks.year;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import jp.anpi.benchmarks.Benchmark;
import jp.anpi.launcher.Console;
import jp.anpi.launcher.Installation;
import jp.anpi.townlife.TownLife;
import jp.anpi.townlife.TownLifeOptions;
import jp.anpi.townlife.Verdict;

/** A simulated year of a town with everything that people do and everything that breaks. */
public final class YearBenchmark implements Benchmark {

    @Override
    public String name() {
        return "year";
    }

    @Override
    public String purpose() {
        return "a year in a town: silences reported, false alarms by cause, messages, outages";
    }

    @Override
    public boolean runsUnasked() {
        return false;
    }

    @Override
    public List<String> help() {
        return TownLifeOptions.HELP;
    }

    @Override
    public void run(List<String> options, Console console, Clock clock) {
        Path target = Installation.locate().home().resolve("tools/benchmarks/target");
        Path report = target.resolve("year-in-town.txt");
        try {
            Path directory = Files.createTempDirectory(Files.createDirectories(target), "year");
            TownLifeOptions year = TownLifeOptions.year(directory).with(options);
            Verdict verdict = TownLife.live(year, console::step, System::nanoTime);
            Files.writeString(report, verdict.report());
            console.line("");
            console.line(verdict.report());
            console.line("Written to " + report);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
