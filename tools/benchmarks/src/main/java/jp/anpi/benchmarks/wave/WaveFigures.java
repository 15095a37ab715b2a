package jp.anpi.benchmarks.wave;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.anpi.benchmarks.workbench.Rounds;
import jp.anpi.benchmarks.workbench.Target;

/** What was measured, and what follows from it. */
final class WaveFigures {

    private static final Target RATIO = Target.atMost("ratio wave / floor", "%.2f", 1.5);
    private static final Target RECIPIENTS = Target.atLeast("recipients per multicast", "%.1f", 450);
    private static final Target GROWTH = Target.atMost("growth of the live heap", "%.2f", 1.25);

    private final Rounds rounds = new Rounds();
    private final List<WaveRun.Outcome> waves = new ArrayList<>();

    void round(Duration floor, WaveRun.Outcome wave) {
        rounds.add(floor, wave.took());
        waves.add(wave);
    }

    double waveSeconds() {
        return rounds.product();
    }

    double ratio() {
        return rounds.ratio();
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
        List<String> lines = new ArrayList<>(rounds.lines("Wave", "wave", people));
        lines.add(RATIO.line(ratio()));
        lines.add(RECIPIENTS.line(recipientsPerRequest()));
        lines.add(text(
                "  live heap at its peak: %.1f MB for %,d people, %.1f MB for %,d",
                megabytes(fewHeap), people / 10, megabytes(manyHeap), people));
        lines.add(GROWTH.line(manyHeap / (double) fewHeap));
        return lines;
    }

    /**
     * The lines about the same as one job for each person, scaled to the wave's number of people.
     *
     * @param jobs how many jobs were measured
     */
    List<String> jobLines(int people, int jobs, Duration took) {
        double perPerson = took.toNanos() / 1e9 / jobs;
        double scaled = perPerson * people;
        return List.of(
                text("One job each in db-scheduler, %,d people, one push each", jobs),
                text("  jobs    %8.2f s   %,9.0f people a second", took.toNanos() / 1e9, 1 / perPerson),
                text(
                        "  %,d people at that speed: %.1f s, %.0f times as long as the wave%s",
                        people, scaled, scaled / waveSeconds(), jobs == people ? "" : " (scaled, not measured)"));
    }

    private static double megabytes(long bytes) {
        return bytes / 1024.0 / 1024.0;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
