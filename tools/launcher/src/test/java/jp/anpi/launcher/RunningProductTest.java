package jp.anpi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever looks at an installation finds it where it was started, also where that was said on the command line only. */
class RunningProductTest {

    @TempDir
    private Path directory;

    @Test
    void it_is_asked_where_it_was_started_unless_this_very_run_says_otherwise() {
        PropertySources file =
                PropertySources.of(Map.of("anpi.data.dir", directory.toString(), "anpi.http.port", "8080"));
        assertThat(RunningProduct.address(file)).as("nothing was started").hasToString("http://localhost:8080");

        new PidFile(1, "serve", "http://127.0.0.1:8099", "", "", "", Instant.EPOCH).write(directory);
        assertThat(RunningProduct.address(file)).as("with -D").hasToString("http://127.0.0.1:8099");
        assertThat(RunningProduct.address(file.with(Map.of("anpi.http.port", "8081"))))
                .hasToString("http://localhost:8081");

        PidFile.delete(directory);
        assertThat(RunningProduct.address(file)).as("stopped").hasToString("http://localhost:8080");
    }
}
