package jp.anpi.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    @Test
    void reads_options_in_any_order() {
        CommandLine line = parse("demo", "--keep", "--data-dir", "there", "--story", "--config", "file");

        assertThat(line)
                .isEqualTo(new CommandLine("demo", Optional.empty(), of("file"), of("there"), true, true, false));
    }

    @Test
    void refuses_what_means_nothing_here() {
        assertThatExceptionOfType(LaunchFailure.class)
                .isThrownBy(() -> parse("serve", "--story"))
                .withMessageContaining("--story");
        assertThatExceptionOfType(LaunchFailure.class)
                .isThrownBy(() -> parse("serve", "--config"))
                .withMessageContaining("needs a path");
    }

    private static CommandLine parse(String... words) {
        return CommandLine.parse(words);
    }

    private static Optional<Path> of(String path) {
        return Optional.of(Path.of(path));
    }
}
