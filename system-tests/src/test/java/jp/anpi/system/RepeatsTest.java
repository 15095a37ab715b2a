package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import jp.anpi.simulator.traffic.FaultKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One open question, and one message where two would fall together (E-1, E-3). */
@ExtendWith(CleanLogs.class)
class RepeatsTest {

    private final Town town = Town.shared();

    @BeforeEach
    void early_in_the_morning() {
        town.advanceToNext(7, 0);
    }

    @AfterEach
    void line_works() {
        town.line().faults().clear();
    }

    @Test
    void e3_daily_participant_gets_one_message_at_24_hours_and_the_alert_at_27() {
        Person mother = town.participant("毎日", 8);
        Person daughter = mother.watcher().readAll();
        town.advanceToNext(8, 0);
        Instant asked = town.now();
        assertThat(Person.times(mother.questions())).containsExactly(asked);

        town.advanceHours(26);
        assertThat(Person.times(mother.questions())).containsExactly(asked.plus(Duration.ofHours(24)));
        town.advance(Duration.ofMinutes(60).minusSeconds(1));
        assertThat(daughter.news()).isEmpty();
        town.advance(Duration.ofSeconds(1));
        assertThat(daughter.news())
                .allMatch(Person::isAlert)
                .extracting(alert -> alert.at())
                .containsExactly(asked.plus(Duration.ofHours(27)));
    }

    @Test
    void e1_repeats_belong_to_the_open_question_and_do_not_restart_its_clock() {
        Person mother = town.participant("毎日", 8);
        Person daughter = mother.watcher().readAll();
        town.advanceToNext(8, 0);
        town.advanceHours(27 + 24);
        assertThat(mother.questions()).hasSize(3);
        assertThat(town.records().checkInStates(mother.phone().userId())).containsExactly("ALERTED");
        assertThat(daughter.news()).hasSize(1);

        town.advanceHours(24 * 3);
        assertThat(mother.questions()).hasSize(3);
        assertThat(daughter.news()).isEmpty();
        mother.press("OK");
        assertThat(town.records().checkInStates(mother.phone().userId())).containsExactly("CONFIRMED_LATE");
        town.advanceToNext(8, 0);
        assertThat(town.records().checkInStates(mother.phone().userId())).containsExactly("CONFIRMED_LATE", "SENT");
    }

    @Test
    void e3_reminder_half_an_hour_after_a_repeat_is_fulfilled_by_it() {
        Person mother = town.participant("毎日", 8);
        Person daughter = mother.watcher().readAll();
        town.line().faults().begin(FaultKind.SERVICE_UNAVAILABLE);
        town.advanceToNext(8, 20);
        town.line().faults().clear();
        town.advanceMinutes(20);
        Instant accepted = mother.questions().get(0).at();
        assertThat(accepted).isAfter(town.now().minus(Duration.ofMinutes(20)));

        town.advanceToNext(8, 0);
        assertThat(mother.questions()).hasSize(1);
        town.advance(Duration.between(town.now(), accepted.plus(Duration.ofHours(27))));
        assertThat(mother.questions()).isEmpty();
        assertThat(Person.times(daughter.news())).containsExactly(accepted.plus(Duration.ofHours(27)));
    }

    @Test
    void e3_reminder_an_hour_before_a_repeat_waits_for_it_and_the_alert_keeps_its_time() {
        Person mother = town.participant("毎日", 8);
        Person daughter = mother.watcher().readAll();
        town.advanceToNext(8, 0);
        Instant asked = town.now();
        mother.type("予定の変更").chooseRhythm("毎日", 9);
        mother.readAll();
        town.advanceToNext(9, 0);
        assertThat(mother.questions()).as("the new hour, still today").hasSize(1);

        town.advanceToNext(8, 59);
        assertThat(mother.questions()).isEmpty();
        town.advanceHours(3);
        assertThat(Person.times(mother.questions())).containsExactly(asked.plus(Duration.ofHours(25)));
        assertThat(Person.times(daughter.news())).containsExactly(asked.plus(Duration.ofHours(27)));
    }

    @Test
    void e3_reminder_more_than_an_hour_from_a_repeat_is_a_message_of_its_own() {
        Person mother = town.participant("2日毎", 8);
        mother.watcher();
        town.advanceToNext(8, 0);
        Instant asked = town.now();
        mother.readAll();
        town.advanceHours(48);
        assertThat(Person.times(mother.questions()))
                .containsExactly(asked.plus(Duration.ofHours(24)), asked.plus(Duration.ofHours(48)));
    }
}
