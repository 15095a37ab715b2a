package jp.anpi.benchmarks;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import jp.anpi.benchmarks.alerts.AlertsBenchmark;
import jp.anpi.benchmarks.answers.AnswersBenchmark;
import jp.anpi.benchmarks.footprint.FootprintBenchmark;
import jp.anpi.benchmarks.idle.IdleBenchmark;
import jp.anpi.benchmarks.pages.PagesBenchmark;
import jp.anpi.benchmarks.wave.WaveBenchmark;
import jp.anpi.benchmarks.year.YearBenchmark;
import jp.anpi.launcher.Console;
import jp.anpi.launcher.LaunchFailure;

/** What {@code ./anpi bench} runs. Exit code 0 also where a bound was missed: the figures say so. */
public final class Main {

    private static final List<Benchmark> ALL = List.of(
            new WaveBenchmark(),
            new AnswersBenchmark(),
            new IdleBenchmark(),
            new AlertsBenchmark(),
            new PagesBenchmark(),
            new FootprintBenchmark(),
            new YearBenchmark());

    private Main() {}

    /** Runs the named benchmark, or all of them. */
    public static void main(String[] words) {
        Console console = new Console(utf8(FileDescriptor.out), utf8(FileDescriptor.err));
        try {
            run(List.of(words), console, Clock.systemUTC());
            System.exit(0);
        } catch (LaunchFailure failure) {
            console.failure(failure);
            System.exit(failure.exitCode());
        }
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private static void run(List<String> words, Console console, Clock clock) {
        if (words.contains("--help") || words.contains("-h")) {
            help(console);
        } else if (words.isEmpty()) {
            help(console);
            ALL.stream().filter(Benchmark::runsUnasked).forEach(benchmark -> benchmark.run(List.of(), console, clock));
        } else {
            named(words.get(0)).run(words.subList(1, words.size()), console, clock);
        }
    }

    private static Benchmark named(String name) {
        return ALL.stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new LaunchFailure(
                        LaunchFailure.WRONG_SETTING, "unknown benchmark '" + name + "'; see ./anpi bench --help"));
    }

    private static void help(Console console) {
        console.line("./anpi bench [name] [options]   without a name all but the year run, with their defaults:");
        for (Benchmark benchmark : ALL) {
            console.line("  " + benchmark.name() + "   " + benchmark.purpose());
            benchmark.help().forEach(line -> console.line("         " + line));
        }
        console.line("");
    }
}
