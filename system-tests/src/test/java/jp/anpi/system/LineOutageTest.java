package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.anpi.simulator.traffic.Fault;
import jp.anpi.simulator.traffic.FaultKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** While LINE does not answer, nobody's silence counts, and afterwards they are asked again first (E-8). */
@ExtendWith(CleanLogs.class)
class LineOutageTest {

    private static final Duration ANSWER_WINDOW = Duration.ofHours(3);

    private final Town town = Town.shared();
    private Person mother;
    private Person daughter;
    private Instant asked;

    @BeforeEach
    void asked_at_eight() {
        town.advanceToNext(7, 0);
        asked(8);
    }

    private void asked(int hour) {
        mother = town.participant("14日毎", hour);
        daughter = mother.watcher();
        town.advanceToNext(hour, 0);
        asked = town.now();
    }

    @AfterEach
    void line_works() {
        town.line().faults().clear();
        town.advanceHours(1);
    }

    @Test
    void e8_line_down_around_the_deadline_asks_once_again_and_the_time_to_answer_starts_anew() {
        until(Duration.ofHours(25));
        town.line().faults().begin(FaultKind.SERVICE_UNAVAILABLE);
        town.advanceHours(3);
        assertThat(daughter.news()).isEmpty();
        assertThat(outages("ended_at is null")).containsExactly("LINE");

        town.line().faults().clear();
        Instant back = town.now();
        town.advanceMinutes(10);
        List<Instant> again = Person.times(mother.questions());
        assertThat(again).hasSize(1).allMatch(at -> !at.isBefore(back));
        assertThat(outages("ended_at is null")).isEmpty();
        daughter.hearsFirstAt(again.get(0).plus(ANSWER_WINDOW));
        assertThat(town.records()
                        .column(
                                "select l.reason from check_in_log l join check_in c on c.id = l.check_in_id"
                                        + " join member m on m.id = c.subject_id where m.line_user_id = ?"
                                        + " order by l.at, l.reason",
                                mother.phone().userId()))
                .contains("AFTER_OUTAGE", "STEP_REACHED");
    }

    @Test
    void e8_line_that_refuses_connections_is_out_of_contact_too_and_an_answer_afterwards_is_enough() {
        until(Duration.ofHours(26).plusMinutes(50));
        unplugged(Duration.ofMinutes(30));
        assertThat(daughter.news()).isEmpty();
        town.advanceMinutes(6);
        assertThat(mother.questions()).hasSize(1);
        mother.press("OK");
        town.advanceHours(4);
        assertThat(daughter.news()).isEmpty();
    }

    /** Connections are refused: for LINE's own clock too, which is why time is looked at afterwards. */
    private void unplugged(Duration length) {
        town.line().unplug();
        try {
            town.advance(length);
        } finally {
            town.line().plugIn();
        }
    }

    @Test
    void e8_refusal_is_an_answer() {
        until(Duration.ofHours(27).minusMinutes(1));
        town.line().faults().begin(FaultKind.RATE_LIMITED);
        town.advanceMinutes(2);
        town.line().faults().clear();
        town.advanceMinutes(1);
        assertThat(daughter.news()).hasSize(1).allMatch(Person::isAlert);
        assertThat(mother.questions()).isEmpty();
    }

    @Test
    void e8_hiccup_within_a_minute_delays_the_alert_and_asks_nobody_again() {
        until(Duration.ofHours(27).minusSeconds(1));
        town.line().faults().begin(FaultKind.SERVICE_UNAVAILABLE);
        town.advance(Duration.ofSeconds(2));
        assertThat(daughter.news()).isEmpty();
        town.line().faults().clear();
        town.advance(Duration.ofSeconds(58));
        assertThat(daughter.news()).hasSize(1).allMatch(Person::isAlert);
        assertThat(mother.questions()).isEmpty();
    }

    @Test
    void e8_alert_that_was_decided_before_the_outage_is_late_rather_than_lost() {
        until(Duration.ofHours(27).minusMinutes(2));
        // Proof of contact within the five minutes before.
        mother.type("メニュー");
        town.advanceMinutes(1);
        town.line().faults().begin(FaultKind.SERVICE_UNAVAILABLE);
        town.advanceHours(1);
        assertThat(daughter.news()).isEmpty();
        town.line().faults().clear();
        town.advanceMinutes(15);
        assertThat(daughter.news()).hasSize(1).allMatch(Person::isAlert);
        assertThat(mother.questions()).isEmpty();
    }

    @Test
    void e8_outage_that_ends_at_night_wakes_nobody() {
        town.advanceToNext(23, 0);
        asked(0);
        until(Duration.ofHours(26));
        town.line().faults().begin(FaultKind.DROP_BEFORE_ACCEPT);
        town.advanceHours(2);
        town.line().faults().clear();
        town.advanceToNext(5, 59);
        assertThat(mother.news()).isEmpty();
        town.advanceToNext(6, 0);
        assertThat(mother.questions()).hasSize(1);
        daughter.hearsFirstAt(town.now().plus(ANSWER_WINDOW));
    }

    @Test
    void e8_question_that_line_did_not_take_is_nobodys_silence_and_comes_once() {
        Person late = town.participant("毎日", 10);
        Person his = late.watcher();
        town.advanceToNext(9, 50);
        town.line().faults().begin(FaultKind.SERVICE_UNAVAILABLE);
        town.advance(Duration.ofHours(24).plusMinutes(20));
        assertThat(town.records().checkInStates(late.phone().userId())).containsExactly("SUPERSEDED", "HELD");
        town.line().faults().clear();
        town.advanceMinutes(15);
        List<Instant> question = Person.times(late.questions());
        assertThat(question).hasSize(1);
        town.advance(Duration.between(
                town.now(), question.get(0).plus(Duration.ofHours(27)).minusSeconds(1)));
        assertThat(his.news()).isEmpty();
        town.advance(Duration.ofSeconds(1));
        assertThat(his.news()).hasSize(1).allMatch(Person::isAlert);
    }

    @Test
    void e8_e17_reminder_that_line_took_without_a_word_before_an_outage_comes_once() {
        until(Duration.ofHours(24).minusSeconds(1));
        town.line()
                .faults()
                .begin(Fault.of(FaultKind.DROP_AFTER_ACCEPT)
                        .onPath("/v2/bot/message/push")
                        .forNext(1));
        town.line().faults().begin(FaultKind.SERVICE_UNAVAILABLE);
        town.advanceHours(1);
        assertThat(outages("ended_at is null")).containsExactly("LINE");
        town.line().faults().clear();
        town.advanceMinutes(20);
        assertThat(outages("ended_at is null")).isEmpty();
        assertThat(mother.questions()).as("asked again, once").hasSize(1);
        mother.press("OK");
        assertThat(daughter.news()).isEmpty();
    }

    @Test
    void e8_repeat_that_line_takes_after_the_outage_is_the_one_message() {
        town.advanceToNext(7, 0);
        Person daily = town.participant("毎日", 9);
        Person his = daily.watcher();
        town.advanceToNext(9, 0);
        town.advanceToNext(9, 0);
        daily.readAll();
        // Reminded at 9:00; the deadline is noon, and LINE is gone until after it.
        town.advanceToNext(11, 0);
        town.line().faults().begin(FaultKind.SERVICE_UNAVAILABLE);
        town.advanceToNext(9, 10);
        assertThat(his.news()).isEmpty();
        town.line().faults().clear();
        town.advanceMinutes(30);
        List<Instant> again = Person.times(daily.questions());
        assertThat(again).hasSize(1);
        town.advance(
                Duration.between(town.now(), again.get(0).plus(ANSWER_WINDOW).minusSeconds(1)));
        assertThat(his.news()).isEmpty();
        town.advance(Duration.ofSeconds(1));
        assertThat(his.news()).hasSize(1).allMatch(Person::isAlert);
    }

    private void until(Duration sinceAsked) {
        town.advance(Duration.between(town.now(), asked.plus(sinceAsked)));
        mother.readAll();
        daughter.readAll();
    }

    private List<String> outages(String which) {
        return town.records().column("select kind from outage where " + which);
    }
}
