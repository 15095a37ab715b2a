package jp.anpi.container.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import jp.anpi.container.host.Phones;
import jp.anpi.launcher.Console;
import jp.anpi.launcher.demo.Resident;
import jp.anpi.launcher.demo.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The main job on Payara Server, with a database role that may only read and write rows. */
@EnabledIfSystemProperty(named = "anpi.test.full", matches = "true")
class StoryTest extends Outside {

    @Test
    void registration_question_reminder_alert_all_clear_and_pause_happen_on_the_server_too() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        try (Phones phones = Phones.ofPremises()) {
            new Story(new Console(out, out), phones.line(), phones.clock()).play();

            Resident leaver = phones.resident("夏子さん");
            leaver.registerAsParticipant().phone().type("退会");
            phones.clock().advance(Duration.ZERO);
            leaver.press("はい");
            int said = leaver.phone().received().size();
            phones.clock().advance(Duration.ofDays(2));
            assertThat(leaver.phone().received()).as("after leaving").hasSize(said);
        }
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("Every step of the story happened");
    }
}
