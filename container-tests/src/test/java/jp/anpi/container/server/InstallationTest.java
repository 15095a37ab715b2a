package jp.anpi.container.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import jp.anpi.container.host.PayaraServer;
import jp.anpi.launcher.Console;
import jp.anpi.launcher.demo.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A server as unpacked becomes ours by the script alone, whatever the passwords and names look like. */
@EnabledIfSystemProperty(named = "anpi.test.full", matches = "true")
class InstallationTest {

    private static final Pattern TROUBLE = Pattern.compile("\\[SEVERE]|OutOfMemoryError[: ]|Memory leak");

    @Test
    void the_script_makes_an_unpacked_server_run_the_main_story_before_and_after_a_restart() {
        try (MachineRoom room = new MachineRoom("anpi-installation")) {
            PayaraServer server = room.server();
            assertThat(server.status("/line/webhook"))
                    .as("before there is anything")
                    .isNotEqualTo(200);
            room.install(MachineRoom.START);

            assertThat(room.column("select name from organization")).containsExactly(MachineRoom.NAME);
            assertThat(server.status("/metrics")).isEqualTo(200);
            assertThat(server.status("/my/")).isEqualTo(403);
            assertThat(server.status("/"))
                    .as("the server's own welcome page is gone")
                    .isEqualTo(404);
            assertThat(server.status("/line/webhook")).isEqualTo(405);
            assertThat(play(room)).contains("Every step of the story happened");

            assertThat(server.logged()).doesNotContainPattern(TROUBLE);
            long before = server.pid();
            server.restart();
            assertThat(server.pid()).isNotEqualTo(before);
            server.awaitReady();
            assertThat(server.loggedSinceItsStart()).doesNotContainPattern(TROUBLE);
        }
    }

    private static String play(MachineRoom room) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        new Story(new Console(out, out), room.phones().line(), room.phones().clock()).play();
        return told.toString(StandardCharsets.UTF_8);
    }
}
