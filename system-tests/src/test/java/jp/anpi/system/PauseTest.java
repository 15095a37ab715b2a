package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A pause has an end, and the original grid goes on after it (E-10). */
@ExtendWith(CleanLogs.class)
class PauseTest {

    private final Town town = Town.shared();
    private Person mother;
    private Person daughter;
    private Instant asked;
    private LocalDate today;

    @BeforeEach
    void asked_in_the_morning() {
        town.advanceToNext(7, 0);
        mother = town.participant("3日毎", 8);
        daughter = mother.watcher().readAll();
        town.advanceToNext(8, 0);
        asked = town.now();
        today = town.localNow().toLocalDate();
        mother.readAll();
    }

    @Test
    void e10_last_day_is_inclusive_and_the_original_grid_goes_on() {
        mother.press("OK").type("お休み").pickDate(today.plusDays(3));
        assertThat(mother.said()).contains(today.plusDays(3).getDayOfMonth() + "日");
        town.advanceHours(24 * 6);
        assertThat(Person.times(mother.questions())).containsExactly(asked.plus(Duration.ofDays(6)));
        assertThat(daughter.news()).isEmpty();
    }

    @Test
    void e10_pause_until_the_day_before_changes_nothing_of_the_grid() {
        mother.press("OK").type("お休み").pickDate(today.plusDays(2));
        town.advanceHours(24 * 3);
        assertThat(Person.times(mother.questions())).containsExactly(asked.plus(Duration.ofDays(3)));
    }

    @Test
    void e10_first_check_in_after_it_is_normal() {
        mother.press("OK").type("お休み").pickDate(today.plusDays(1));
        town.advanceHours(24 * 3 + 27);
        assertThat(mother.questions()).as("question and reminder").hasSize(2);
        assertThat(Person.times(daughter.news())).containsExactly(asked.plus(Duration.ofHours(24 * 3 + 27)));
    }

    @Test
    void e10_resuming_ends_it_early() {
        mother.press("OK").type("お休み").pickDate(today.plusDays(30)).press("再開する");
        town.advanceHours(24 * 3);
        assertThat(Person.times(mother.questions())).containsExactly(asked.plus(Duration.ofDays(3)));
    }

    @Test
    void e10_open_question_is_let_go_and_alarms_nobody() {
        mother.type("お休み").pickDate(today.plusDays(1));
        assertThat(states()).containsExactly("SKIPPED");
        town.advanceHours(48);
        assertThat(mother.questions()).isEmpty();
        assertThat(daughter.news()).isEmpty();
    }

    @Test
    void e10_pause_after_an_alert_is_a_sign_of_life() {
        town.advanceHours(27);
        daughter.readAll();
        mother.type("お休み").pickDate(today.plusDays(2));
        assertThat(states()).containsExactly("CONFIRMED_LATE");
        assertThat(daughter.news()).hasSize(1).noneMatch(Person::isAlert);
    }

    @Test
    void e10_watchers_pause_tells_the_participant() {
        mother.press("OK").readAll();
        daughter.type("お休み").pickDate(today.plusDays(3));
        assertThat(mother.news()).hasSize(1);
        town.advanceHours(24 * 5);
        assertThat(mother.questions()).isEmpty();
        town.advanceHours(24);
        assertThat(mother.questions()).hasSize(1);
    }

    @Test
    void e10_who_is_watched_and_watches_pauses_themselves_and_the_other_a_press_away() {
        mother.press("OK").readAll();
        daughter.type("見守られる方として始める").chooseRhythm("毎日", 9).press("OK");

        daughter.type("お休み").press("ほかの方のお休み").pickDate(today.plusDays(3));
        assertThat(mother.news()).hasSize(1);

        daughter.type("お休み");
        assertThat(labels(daughter)).first().isEqualTo("最終日を選ぶ");
        daughter.pickDate(today.plusDays(1));
        daughter.readAll();
        town.advanceHours(24 * 2 - 1);
        assertThat(daughter.questions()).isEmpty();
        town.advanceHours(24);
        assertThat(daughter.questions()).isNotEmpty();
        assertThat(mother.questions()).as("her pause runs on").isEmpty();
        daughter.press("OK");
    }

    @Test
    void e10_watchers_pause_after_an_alert_closes_it_and_tells_everybody_who_was_told() {
        Person son = mother.watcher();
        town.advanceHours(27);
        daughter.readAll();
        son.readAll();
        daughter.type("お休み").pickDate(today.plusDays(3));
        assertThat(states()).containsExactly("CLOSED_BY_WATCHER");
        assertThat(son.news()).hasSize(1).noneMatch(Person::isAlert);
    }

    private static List<String> labels(Person person) {
        return person.phone().lastMessages().stream()
                .flatMap(message -> message.labels().stream())
                .toList();
    }

    private List<String> states() {
        return town.records().checkInStates(mother.phone().userId());
    }
}
