package jp.anpi.benchmarks.wave;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, and what follows from it. */
final class WaveFigures {

    static final double MOST_RATIO = 2.0;
    static final double LEAST_RECIPIENTS = 450;
    static final double MOST_GROWTH = 1.25;

    private final List<Duration> floors = new ArrayList<>();
    private final List<WaveRun.Outcome> waves = new ArrayList<>();

    void round(Duration floor, WaveRun.Outcome wave) {
        floors.add(floor);
        waves.add(wave);
    }

    double floorSeconds() {
        return median(floors.stream().map(WaveFigures::seconds).toList());
    }

    double waveSeconds() {
        return median(waves.stream().map(wave -> seconds(wave.took())).toList());
    }

    /** Of the medians: the machine may have been busy with something else in single rounds. */
    double ratio() {
        return waveSeconds() / floorSeconds();
    }

    double recipientsPerRequest() {
        return waves.stream().mapToInt(WaveRun.Outcome::recipients).sum()
                / (double) waves.stream().mapToInt(WaveRun.Outcome::requests).sum();
    }

    /**
     * The lines to print.
     *
     * @param people in the wave
     * @param fewHeap most bytes alive during a wave of a tenth of them
     * @param manyHeap most bytes alive during a wave of all of them
     */
    List<String> lines(int people, long fewHeap, long manyHeap) {
        double growth = manyHeap / (double) fewHeap;
        return List.of(
                text("Wave of %,d people, medians of %d", people, waves.size()),
                text("  wave    %8.2f s   %,9.0f people a second", waveSeconds(), people / waveSeconds()),
                text("  floor   %8.2f s   %,9.0f people a second", floorSeconds(), people / floorSeconds()),
                bound("ratio wave / floor", "%.2f", ratio(), "at most", MOST_RATIO, ratio() <= MOST_RATIO),
                bound(
                        "recipients per multicast",
                        "%.1f",
                        recipientsPerRequest(),
                        "at least",
                        LEAST_RECIPIENTS,
                        recipientsPerRequest() >= LEAST_RECIPIENTS),
                text(
                        "  live heap at its peak: %.1f MB for %,d people, %.1f MB for %,d",
                        megabytes(fewHeap), people / 10, megabytes(manyHeap), people),
                bound("growth of the live heap", "%.2f", growth, "at most", MOST_GROWTH, growth <= MOST_GROWTH));
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static String bound(String what, String format, double figure, String word, double bound, boolean reached) {
        return text(
                "  %s: " + format + " (%s " + format + "): %s",
                what,
                figure,
                word,
                bound,
                reached ? "reached" : "MISSED");
    }

    private static double megabytes(long bytes) {
        return bytes / 1024.0 / 1024.0;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
