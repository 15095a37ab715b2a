package jp.anpi.benchmarks.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jp.anpi.launcher.LaunchFailure;
import org.junit.jupiter.api.Test;

class WaveOptionsTest {

    @Test
    void a_hundred_thousand_three_times_unless_said_otherwise() {
        assertThat(WaveOptions.parse(List.of())).isEqualTo(new WaveOptions(100_000, 3));
    }

    @Test
    void a_million_is_measured_once() {
        assertThat(WaveOptions.parse(List.of("--participants", "1,000,000"))).isEqualTo(new WaveOptions(1_000_000, 1));
    }

    @Test
    void a_number_that_cannot_be_is_refused() {
        assertThatThrownBy(() -> WaveOptions.parse(List.of("--participants", "many")))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("--participants needs a whole number");
        assertThatThrownBy(() -> WaveOptions.parse(List.of("--rounds"))).isInstanceOf(LaunchFailure.class);
    }
}
