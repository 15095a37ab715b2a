package jp.anpi.benchmarks.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaveFiguresTest {

    private final WaveFigures figures = new WaveFigures();

    @Test
    void the_ratio_is_that_of_the_medians() {
        round(100, 150, 2);
        round(100, 900, 2);
        round(400, 200, 2);

        assertThat(figures.floorSeconds()).isEqualTo(0.1);
        assertThat(figures.waveSeconds()).isEqualTo(0.2);
        assertThat(figures.ratio()).isCloseTo(2.0, within(1e-9));
    }

    @Test
    void an_even_number_of_rounds_has_its_median_in_between() {
        assertThat(WaveFigures.median(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(2.5);
    }

    @Test
    void what_is_within_its_bound_is_called_reached() {
        round(100, 150, 2);

        assertThat(figures.lines(1000, 50 << 20, 60 << 20))
                .contains(
                        "  ratio wave / floor: 1.50 (at most 2.00): reached",
                        "  recipients per multicast: 500.0 (at least 450.0): reached",
                        "  live heap at its peak: 50.0 MB for 100 people, 60.0 MB for 1,000",
                        "  growth of the live heap: 1.20 (at most 1.25): reached");
    }

    @Test
    void what_is_beyond_its_bound_is_called_missed() {
        round(100, 250, 3);

        assertThat(figures.lines(1000, 50 << 20, 70 << 20))
                .contains(
                        "  ratio wave / floor: 2.50 (at most 2.00): MISSED",
                        "  recipients per multicast: 333.3 (at least 450.0): MISSED",
                        "  growth of the live heap: 1.40 (at most 1.25): MISSED");
    }

    private void round(long floorMillis, long waveMillis, int requests) {
        figures.round(
                Duration.ofMillis(floorMillis), new WaveRun.Outcome(Duration.ofMillis(waveMillis), requests, 1000));
    }
}
