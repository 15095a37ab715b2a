package jp.anpi.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jp.anpi.launcher.Installation;
import jp.anpi.launcher.SteadyHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of all processes only the launcher is killed: what it leaves behind is taken over by the next start. */
@LongForm
class LauncherKilledTest {

    private static final Duration START = Duration.ofMinutes(2);

    @TempDir
    private Path data;

    @Test
    void e17_what_a_killed_launcher_left_running_gives_way_to_the_next_start() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Process killed = serve(port);
        awaitReady(port);
        List<ProcessHandle> orphans = product();
        assertThat(orphans).hasSize(1);
        killed.destroyForcibly();
        killed.onExit().join();
        assertThat(orphans).allMatch(ProcessHandle::isAlive);

        Process next = serve(port);
        try {
            Patience.until(START, "the orphan has ended", () -> orphans.stream().noneMatch(ProcessHandle::isAlive));
            awaitReady(port);
            assertThat(product()).hasSize(1);
        } finally {
            next.destroy();
        }
        assertThat(next.onExit()).succeedsWithin(Duration.ofSeconds(30));
        assertThat(product()).isEmpty();
    }

    private Process serve(int port) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Danpi.home=" + Installation.locate().home(),
                        "-Danpi.http.port=" + port,
                        "-Danpi.profile=dev",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "jp.anpi.launcher.Main",
                        "serve",
                        "--data-dir",
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(data.toFile(), "serve.log"))
                .start();
    }

    private List<ProcessHandle> product() {
        String marker = "-Danpi.instance=" + data;
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().arguments().stream()
                        .anyMatch(arguments -> List.of(arguments).contains(marker)))
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    private static void awaitReady(int port) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        Patience.until(START, "ready", () -> {
            try {
                return SteadyHttp.CLIENT
                                .send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException notYet) {
                return false;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        });
    }
}
