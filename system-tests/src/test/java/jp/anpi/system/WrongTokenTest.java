package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.anpi.system.chaos.LongForm;
import org.junit.jupiter.api.Test;

/** A token that LINE knows no more while answers are awaited: who stays silent is not missed (E-8, E-9). */
class WrongTokenTest {

    @LongForm
    @Test
    void e8_silence_is_told_without_a_reminder_that_line_has_not_taken_for_a_day_although_it_answers() {
        try (Town town = Town.with(Map.of())) {
            Person mother = town.participant("14日毎", 8);
            mother.watcher();
            town.advanceToNext(8, 0);
            assertThat(mother.questions()).hasSize(1);
            town.advanceHours(23);

            town.stop();
            town.configure(Map.of("anpi.line.channel-access-token", "revoked"));
            town.startAt(town.now());
            town.advance(Duration.ofHours(24));
            assertThat(states(town, mother)).as("a day for the reminder").containsExactly("SENT");
            town.advance(Duration.ofHours(5));
            assertThat(states(town, mother)).containsExactly("ALERTED");
            assertThat(town.records().column("select staff_reason from incident"))
                    .containsExactly("ALERT_WAITS");
        }
    }

    private static List<String> states(Town town, Person person) {
        return town.records().checkInStates(person.phone().userId());
    }
}
