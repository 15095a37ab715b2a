package jp.anpi.benchmarks.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaveFiguresTest {

    private final WaveFigures figures = new WaveFigures();

    @Test
    void the_ratio_is_that_of_the_medians() {
        round(100, 150, 2);
        round(100, 900, 2);
        round(400, 200, 2);

        assertThat(figures.waveSeconds()).isEqualTo(0.2);
        assertThat(figures.ratio()).isCloseTo(2.0, within(1e-9));
    }

    @Test
    void what_is_within_its_bound_passes() {
        round(100, 150, 2);

        assertThat(figures.lines(1000, 50 << 20, 60 << 20))
                .contains(
                        "  ratio wave / floor: 1.50 (at most 1.50): PASS",
                        "  recipients per multicast: 500.0 (at least 450.0): PASS",
                        "  live heap at its peak: 50.0 MB for 100 people, 60.0 MB for 1,000",
                        "  growth of the live heap: 1.20 (at most 1.25): PASS");
    }

    @Test
    void what_is_beyond_its_bound_fails() {
        round(100, 250, 3);

        assertThat(figures.lines(1000, 50 << 20, 70 << 20))
                .contains(
                        "  ratio wave / floor: 2.50 (at most 1.50): FAIL",
                        "  recipients per multicast: 333.3 (at least 450.0): FAIL",
                        "  growth of the live heap: 1.40 (at most 1.25): FAIL");
    }

    private void round(long floorMillis, long waveMillis, int requests) {
        figures.round(
                Duration.ofMillis(floorMillis), new WaveRun.Outcome(Duration.ofMillis(waveMillis), requests, 1000));
    }

    @Test
    void jobs_are_compared_at_the_size_of_the_wave() {
        round(100, 500, 2);

        assertThat(figures.jobLines(100_000, 5_000, Duration.ofSeconds(10)))
                .contains(
                        "  100,000 people at that speed: 200.0 s, 400 times as long as the wave (scaled, not measured)");
    }
}
