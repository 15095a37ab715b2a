package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import jp.anpi.simulator.chat.ChatEntry;
import jp.anpi.simulator.traffic.Fault;
import jp.anpi.simulator.traffic.FaultKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A late OK reaches everyone who was alerted, and only them (E-6); who is told is decided when a step fires (E-7). */
@ExtendWith(CleanLogs.class)
class AllClearTest {

    private static final String PUSH = "/v2/bot/message/push";
    private static final String MULTICAST = "/v2/bot/message/multicast";

    private final Town town = Town.shared();
    private Person mother;
    private Person daughter;

    @BeforeEach
    void asked_just_now() {
        int hour = town.advanceToHalfPast();
        mother = town.participant("14日毎", hour);
        daughter = mother.watcher().readAll();
        town.advanceToNext(hour, 0);
        mother.readAll();
    }

    @AfterEach
    void line_works() {
        town.line().faults().clear();
    }

    @Test
    void e6_late_ok_reaches_everyone_who_was_alerted_and_nobody_else() {
        Person son = mother.watcher().readAll();
        town.advanceHours(27);
        assertThat(daughter.news()).hasSize(1).allMatch(Person::isAlert);
        assertThat(son.news()).hasSize(1).allMatch(Person::isAlert);
        son.type("退会").press("はい");
        Person neighbour = mother.watcher().readAll();

        mother.readAll().press("OK");
        assertThat(daughter.news()).hasSize(1).noneMatch(Person::isAlert).allMatch(AllClearTest::offersNoAlertButton);
        assertThat(son.news()).isEmpty();
        assertThat(neighbour.news()).isEmpty();
        assertThat(mother.news())
                .filteredOn(message -> !Person.isQuestion(message))
                .isEmpty();
        town.advanceHours(72);
        assertThat(daughter.news()).isEmpty();
    }

    @Test
    void e6_alert_waiting_while_line_is_down_is_dropped_when_the_ok_comes() {
        down(FaultKind.SERVICE_UNAVAILABLE);
        town.advanceHours(25 + 2);
        mother.type("OK");
        town.line().faults().clear();
        town.advanceHours(24);
        assertThat(daughter.news()).isEmpty();
        assertThat(town.records().checkInStates(mother.phone().userId()))
                .allMatch(state -> state.startsWith("CONFIRMED"));
    }

    @Test
    void e6_alert_still_waiting_in_the_outbox_is_dropped_without_an_all_clear() {
        town.advanceHours(26);
        down(FaultKind.SERVICE_UNAVAILABLE);
        town.advanceHours(2);
        assertThat(town.records().checkInStates(mother.phone().userId())).containsExactly("ALERTED");
        mother.type("OK");
        town.line().faults().clear();
        town.advanceHours(24);
        assertThat(daughter.news()).isEmpty();
        assertThat(town.records().checkInStates(mother.phone().userId())).containsExactly("CONFIRMED_LATE");
    }

    @Test
    void e6_alert_that_line_took_although_it_answered_500_is_followed_by_the_all_clear() {
        town.advanceHours(26);
        down(FaultKind.SERVER_ERROR_AFTER_ACCEPT);
        town.advanceHours(1);
        assertThat(daughter.news()).hasSize(1).allMatch(Person::isAlert);
        town.line().faults().clear();
        mother.type("OK");
        town.advanceHours(1);
        assertThat(daughter.news()).hasSize(1).noneMatch(Person::isAlert);
    }

    @Test
    void e6_alert_after_a_500_is_shown_once() {
        town.advanceHours(26);
        down(FaultKind.SERVER_ERROR_AFTER_ACCEPT);
        town.advanceHours(1);
        town.line().faults().clear();
        town.advanceHours(1);
        assertThat(daughter.news()).hasSize(1).allMatch(Person::isAlert);
    }

    @Test
    void e7_who_joined_meanwhile_is_told_and_who_left_is_not() {
        Person son = mother.watcher().readAll();
        daughter.type("退会").press("はい");
        Person neighbour = mother.watcher().readAll();
        daughter.readAll();
        town.advanceHours(27);
        assertThat(son.news()).hasSize(1).allMatch(Person::isAlert);
        assertThat(neighbour.news()).hasSize(1).allMatch(Person::isAlert);
        assertThat(daughter.news()).isEmpty();
        mother.press("OK");
        assertThat(neighbour.news()).hasSize(1).noneMatch(Person::isAlert);
        assertThat(daughter.news()).isEmpty();
    }

    @Test
    void e6_ok_just_before_the_deadline_alarms_nobody() {
        town.advanceHours(26);
        mother.press("OK");
        town.advanceHours(24);
        assertThat(daughter.news()).isEmpty();
        assertThat(town.records().checkInStates(mother.phone().userId())).containsExactly("CONFIRMED");
    }

    private void down(FaultKind kind) {
        town.line().faults().begin(Fault.of(kind).onPath(PUSH));
        town.line().faults().begin(Fault.of(kind).onPath(MULTICAST));
    }

    private static boolean offersNoAlertButton(ChatEntry message) {
        return message.labels().stream().noneMatch(label -> label.matches("確認する|対応します|無事を確認しました"));
    }
}
