package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.anpi.simulator.chat.ChatEntry;
import jp.anpi.simulator.chat.Via;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any OK counts, whenever and however it comes (E-4, E-5). */
@ExtendWith(CleanLogs.class)
class SignsOfLifeTest {

    private final Town town = Town.shared();
    private Person mother;
    private Person daughter;
    private ChatEntry question;

    @BeforeEach
    void asked_just_now() {
        int hour = town.advanceToHalfPast();
        mother = town.participant("毎日", hour);
        daughter = mother.watcher().readAll();
        town.advanceToNext(hour, 0);
        question = mother.questions().get(0);
    }

    @AfterEach
    void webhooks_as_usual() {
        town.line().webhooks().switches().sentTwice(false);
        town.line().webhooks().release();
        town.settle();
    }

    @Test
    void e4_old_button_closes_what_is_open_now() {
        mother.press("OK");
        town.advanceHours(24);
        assertThat(states()).containsExactly("CONFIRMED", "SENT");
        mother.press(question, "OK");
        assertThat(states()).containsExactly("CONFIRMED", "CONFIRMED");
        nobodyIsPushedAnything();
    }

    @Test
    void e4_button_of_the_question_and_of_its_reminder_do_the_same() {
        town.advanceHours(24);
        ChatEntry reminder = mother.questions().get(0);
        mother.press(question, "OK").press(reminder, "OK");
        assertThat(states()).containsExactly("CONFIRMED");
        nobodyIsPushedAnything();
    }

    @Test
    void e4_ten_taps_are_one_answer_and_ten_replies() {
        long before = replies();
        for (int i = 0; i < 10; i++) {
            mother.press(question, "OK");
        }
        assertThat(states()).containsExactly("CONFIRMED");
        assertThat(replies() - before).isEqualTo(10);
        nobodyIsPushedAnything();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OK", "ok", "ＯＫ", "ｏｋ", " Ok ", "OK！"})
    void e4_typed_ok_counts(String typed) {
        mother.type(typed);
        assertThat(states()).containsExactly("CONFIRMED");
        nobodyIsPushedAnything();
    }

    @Test
    void e4_event_delivered_twice_is_one_answer() {
        town.line().webhooks().switches().sentTwice(true);
        long before = replies();
        mother.press("OK");
        assertThat(states()).containsExactly("CONFIRMED");
        assertThat(answers()).isEqualTo(1);
        assertThat(replies() - before).isEqualTo(1);
        nobodyIsPushedAnything();
    }

    @Test
    void e4_redelivered_event_is_the_same_answer() {
        town.line().webhooks().hold();
        mother.press("OK");
        String event = town.line().webhooks().held().get(0).id();
        town.line().webhooks().release();
        town.settle();
        town.line().webhooks().redeliver(event);
        town.settle();
        assertThat(states()).containsExactly("CONFIRMED");
        assertThat(answers()).isEqualTo(1);
        nobodyIsPushedAnything();
    }

    @Test
    void e4_taps_in_the_wrong_order_are_signs_of_life() {
        town.line().webhooks().hold();
        mother.press(question, "OK");
        mother.type("メニュー");
        mother.type("ok");
        town.line().webhooks().releaseReversed();
        town.settle();
        assertThat(states()).containsExactly("CONFIRMED");
        nobodyIsPushedAnything();
    }

    @Test
    void e4_tap_that_reaches_us_after_the_alert_is_a_late_ok() {
        town.advanceHours(26);
        mother.readAll();
        town.line().webhooks().hold();
        mother.press("OK");
        town.advanceHours(1);
        assertThat(daughter.news()).hasSize(1).allMatch(Person::isAlert);
        town.line().webhooks().release();
        town.settle();
        assertThat(states()).containsExactly("CONFIRMED_LATE");
        assertThat(daughter.news()).hasSize(1).noneMatch(Person::isAlert);
        assertThat(mother.news()).isEmpty();
    }

    @Test
    void e4_oks_of_many_in_one_delivery_are_an_answer_of_each() {
        Person father = town.participant("毎日", town.localNow().getHour());
        town.advanceHours(24);
        long before = replies(father) + replies(mother);
        town.line().webhooks().hold();
        father.press("OK");
        mother.press(question, "OK").type("メニュー").press(question, "OK");
        daughter.type("OK");
        town.line().webhooks().releaseAsBatch();
        town.settle();
        assertThat(states()).containsExactly("CONFIRMED");
        assertThat(town.records().checkInStates(father.phone().userId())).containsExactly("CONFIRMED");
        assertThat(answers()).isEqualTo(2);
        assertThat(replies(father) + replies(mother) - before).isEqualTo(4);
        assertThat(father.said()).contains("受け取りました", "次は");
        nobodyIsPushedAnything();
    }

    @Test
    void e5_ok_with_nothing_open_is_recorded_and_answered_kindly() {
        mother.press("OK");
        town.advanceHours(3);
        long before = replies();
        mother.type("OK");
        assertThat(replies() - before).isEqualTo(1);
        assertThat(answers()).isEqualTo(2);
        assertThat(mother.said()).contains("受け取りました", "次は");
        assertThat(states()).containsExactly("CONFIRMED");
        town.advanceHours(21);
        assertThat(mother.questions()).as("asked at the next time all the same").hasSize(1);
        assertThat(daughter.news()).isEmpty();
    }

    @Test
    void e4_ok_of_somebody_who_is_not_asked_is_answered_kindly() {
        Person stranger = town.person().follow();
        stranger.type("OK");
        assertThat(stranger.said()).isNotBlank();
        daughter.type("OK");
        assertThat(daughter.said()).isNotBlank();
        nobodyIsPushedAnything();
    }

    private List<String> states() {
        return town.records().checkInStates(mother.phone().userId());
    }

    private long answers() {
        return town.records()
                .count(
                        "select count(*) from answer a join check_in_schedule s on s.id = a.schedule_id"
                                + " join member m on m.id = s.subject_id where m.line_user_id = ? and a.kind = 'OK'"
                                + " and s.subject_kind = 'PARTICIPANT'",
                        mother.phone().userId());
    }

    private long replies() {
        return replies(mother);
    }

    private static long replies(Person person) {
        return person.phone().received().stream()
                .filter(message -> message.via() == Via.REPLY)
                .count();
    }

    private void nobodyIsPushedAnything() {
        assertThat(mother.news())
                .filteredOn(message -> !Person.isQuestion(message))
                .isEmpty();
        assertThat(daughter.news()).isEmpty();
    }
}
