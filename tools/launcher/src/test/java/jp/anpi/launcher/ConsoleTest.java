package jp.anpi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    private static final String TICK = "2026-11-22T22:40:00.000+0000 SEVERE jp.anpi.foundation.Loop The tick failed";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(written, true, StandardCharsets.UTF_8);
    private final Console console = new Console(stream, stream);

    @Test
    void a_refused_setting_is_all_that_is_said() {
        console.logged(TICK);
        console.failure(new LaunchFailure(LaunchFailure.WRONG_SETTING, "anpi.organization.key = 'b' is not possible."));

        assertThat(written.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("anpi: anpi.organization.key = 'b' is not possible.\n");
    }

    @Test
    void any_other_failure_shows_what_went_wrong_before() {
        console.logged(TICK);
        console.failure(new LaunchFailure("the product did not start"));

        assertThat(written.toString(StandardCharsets.UTF_8)).contains("SEVERE The tick failed", "did not start");
    }

    @Test
    void warnings_of_the_start_are_shown_when_it_is_over_and_later_ones_at_once() {
        console.logged("2026-11-22T22:40:00.000+0000 WARNING jp.anpi.X NOT CONNECTED TO LINE");
        assertThat(written.size()).isZero();

        console.started();
        assertThat(written.toString(StandardCharsets.UTF_8)).contains("WARNING NOT CONNECTED TO LINE");

        console.logged(TICK);
        assertThat(written.toString(StandardCharsets.UTF_8)).contains("SEVERE The tick failed");
    }
}
