package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 「連絡がほしい」: watchers and staff are told at once (E-11). */
@ExtendWith(CleanLogs.class)
class NeedHelpTest {

    private final Town town = Town.shared();
    private Person mother;
    private Person daughter;
    private Person son;

    @BeforeEach
    void asked_just_now() {
        int hour = town.advanceToHalfPast();
        mother = town.participant("14日毎", hour);
        daughter = mother.watcher().readAll();
        son = mother.watcher().readAll();
        town.advanceToNext(hour, 0);
        mother.readAll();
    }

    @Test
    void e11_watchers_and_staff_are_told_at_once() {
        mother.press("連絡がほしい");
        assertThat(daughter.news()).hasSize(1).allMatch(Person::isAlert);
        assertThat(son.news()).hasSize(1).allMatch(Person::isAlert);
        assertThat(states()).containsExactly("NEED_HELP");
        assertThat(incident("urgency")).containsExactly("EMERGENCY");
        assertThat(incident("staff_told_at")).hasSize(1).doesNotContainNull();
        assertThat(mother.news()).as("answered by a reply").isEmpty();
    }

    @Test
    void e11_pressed_again_it_is_told_once() {
        mother.press("連絡がほしい").press("連絡がほしい").type("連絡がほしい");
        assertThat(daughter.news()).hasSize(1);
        assertThat(incident("urgency")).containsExactly("EMERGENCY");
    }

    @Test
    void e11_with_nothing_open_it_is_told_all_the_same() {
        mother.press("OK").type("連絡がほしい");
        assertThat(daughter.news()).hasSize(1).allMatch(Person::isAlert);
        assertThat(states()).containsExactly("CONFIRMED", "NEED_HELP");
    }

    @Test
    void e11_after_an_alert_it_is_told_too() {
        town.advanceHours(27);
        daughter.readAll();
        mother.press("連絡がほしい");
        assertThat(daughter.news()).hasSize(1).allMatch(Person::isAlert);
        assertThat(states()).containsExactly("NEED_HELP");
    }

    @Test
    void e11_only_a_person_ends_it() {
        mother.press("連絡がほしい").press("OK");
        assertThat(states()).containsExactly("NEED_HELP");
        assertThat(incident("closed_at")).containsOnlyNulls();
        daughter.readAll();
        son.readAll();
        daughter.press("無事を確認しました").type("話を聞きました");
        assertThat(states()).containsExactly("CLOSED_BY_WATCHER");
        assertThat(incident("closed_at")).doesNotContainNull();
        assertThat(son.news()).hasSize(1).noneMatch(Person::isAlert);
        town.advanceHours(48);
        assertThat(daughter.news()).isEmpty();
        assertThat(mother.news()).isEmpty();
    }

    @Test
    void e11_staff_are_told_again_although_they_knew_of_the_silence() {
        town.advanceHours(29);
        assertThat(incident("staff_reason")).containsExactly("NOT_TAKEN");
        mother.press("連絡がほしい");
        assertThat(incident("staff_reason")).containsExactly("HELP_REQUESTED");
    }

    @Test
    void e11_silence_after_it_is_no_second_alarm_although_the_question_is_repeated() {
        Person aunt = town.participant("毎日", town.localNow().getHour() + 1);
        Person niece = aunt.watcher().readAll();
        aunt.readAll();
        town.advanceHours(2);
        aunt.press("連絡がほしい");
        assertThat(niece.news()).hasSize(1);
        town.advanceHours(24 + 27);
        assertThat(aunt.questions()).hasSize(3);
        assertThat(niece.news()).isEmpty();
    }

    @Test
    void e11_blocking_and_coming_back_does_not_end_the_call_for_help() {
        mother.press("連絡がほしい");
        mother.done(mother.phone().block());
        mother.done(mother.phone().unblock());
        assertThat(town.records()
                        .column(
                                "select i.cause from incident i join member m on m.id = i.subject_id"
                                        + " where m.line_user_id = ? and i.closed_at is null",
                                mother.phone().userId()))
                .containsExactly("NEED_HELP");
    }

    private List<String> states() {
        return town.records().checkInStates(mother.phone().userId());
    }

    private List<String> incident(String column) {
        return town.records()
                .column(
                        "select i." + column + " from incident i join member m on m.id = i.subject_id"
                                + " where m.line_user_id = ? order by i.id",
                        mother.phone().userId());
    }
}
