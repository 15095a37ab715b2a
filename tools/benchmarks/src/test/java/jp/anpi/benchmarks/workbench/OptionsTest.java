package jp.anpi.benchmarks.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jp.anpi.benchmarks.workbench.Options.Size;
import jp.anpi.launcher.LaunchFailure;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static final Size PEOPLE = new Size("--people", 1_000, 2_000_000, 100_000, "people who are due");
    private static final Size ROUNDS = new Size("--rounds", 1, 20, 3, "how often");
    private static final List<Size> SIZES = List.of(PEOPLE, ROUNDS);

    @Test
    void the_usual_sizes_unless_said_otherwise() {
        Options options = Options.parse(SIZES, List.of());

        assertThat(options.of(PEOPLE)).isEqualTo(100_000);
        assertThat(options.of(ROUNDS)).isEqualTo(3);
    }

    @Test
    void a_number_may_be_written_as_people_write_it() {
        Options options = Options.parse(SIZES, List.of("--rounds", "1", "--people", "1,000,000"));

        assertThat(options.of(PEOPLE)).isEqualTo(1_000_000);
        assertThat(options.of(ROUNDS)).isEqualTo(1);
    }

    @Test
    void a_number_that_cannot_be_is_refused() {
        assertThatThrownBy(() -> Options.parse(SIZES, List.of("--people", "many")))
                .isInstanceOf(LaunchFailure.class)
                .hasMessage("--people needs a whole number from 1000 to 2000000");
        assertThatThrownBy(() -> Options.parse(SIZES, List.of("--rounds"))).isInstanceOf(LaunchFailure.class);
        assertThatThrownBy(() -> Options.parse(SIZES, List.of("--rounds", "21")))
                .isInstanceOf(LaunchFailure.class);
    }

    @Test
    void a_word_without_a_meaning_is_refused() {
        assertThatThrownBy(() -> Options.parse(SIZES, List.of("--peple", "5000")))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("--peple");
    }

    @Test
    void the_help_says_what_is_possible() {
        assertThat(Options.help(SIZES))
                .containsExactly(
                        "--people P     people who are due, 1,000 to 2,000,000 (default 100,000)",
                        "--rounds R     how often, 1 to 20 (default 3)");
    }
}
