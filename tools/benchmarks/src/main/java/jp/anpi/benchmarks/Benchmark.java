package jp.anpi.benchmarks;

import java.time.Clock;
import java.util.List;
import jp.anpi.launcher.Console;

/** One question about speed, and the way to its answer. */
public interface Benchmark {

    /** The word after {@code ./anpi bench}. */
    String name();

    /** What it measures, in a line. */
    String purpose();

    /** Whether it runs where no name is given; what takes most of an hour has to be asked for. */
    default boolean runsUnasked() {
        return true;
    }

    /** Its options, a line each. */
    List<String> help();

    /**
     * Measures and prints.
     *
     * @param options the words after the name
     * @throws jp.anpi.launcher.LaunchFailure when it cannot be measured; a missed bound is a figure, not a failure
     */
    void run(List<String> options, Console console, Clock clock);
}
