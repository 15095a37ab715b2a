package jp.anpi.benchmarks.workbench;

import java.time.Duration;
import java.util.List;

/** What a row of measured values says. */
public final class Samples {

    private Samples() {}

    /** The one in the middle; of an even number the mean of the two. */
    public static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The smallest value that so large a part of them does not exceed. */
    public static double percentile(List<Double> values, double part) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(part * sorted.size()) - 1));
    }

    /** A duration as figures are printed. */
    public static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /** A duration as short figures are printed. */
    public static double milliseconds(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
