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

/** Where no watcher can be reached, staff are told at once (E-13). */
@ExtendWith(CleanLogs.class)
class NobodyToTellTest {

    private final Town town = Town.shared();
    private Person mother;
    private int hour;

    @BeforeEach
    void before_the_question() {
        hour = town.advanceToHalfPast();
        mother = town.participant("14日毎", hour);
    }

    @AfterEach
    void line_works() {
        town.line().faults().clear();
    }

    @Test
    void e13_without_a_watcher_staff_are_told_at_the_deadline() {
        Instant deadline = silence();
        assertThat(staffTold()).containsExactly(deadline + " true");
    }

    @Test
    void e13_nobody_is_promised_a_call_from_watchers_whom_they_do_not_have() {
        town.advanceToNext(hour, 0);
        town.advanceHours(24);
        String reminder = mother.questions().get(1).text();
        assertThat(reminder).contains("もう一度おたずねします", "見守る方がいるときは").doesNotContain("ご連絡");
        mother.press("OK");
    }

    @Test
    void e13_where_the_only_watcher_blocks_us_staff_are_told_at_once() {
        Person daughter = mother.watcher();
        daughter.done(daughter.phone().block());
        Instant deadline = silence();
        assertThat(staffTold()).containsExactly(deadline + " true");
    }

    @Test
    void e13_where_the_only_watcher_left_staff_are_told_at_once() {
        Person daughter = mother.watcher();
        mother.readAll();
        daughter.type("退会").press("はい");
        assertThat(mother.news()).as("told that nobody watches any more").hasSize(1);
        Instant deadline = silence();
        assertThat(staffTold()).containsExactly(deadline + " true");
    }

    @Test
    void e13_where_the_only_watcher_leaves_after_the_alert_came_staff_are_told_at_once() {
        Person daughter = mother.watcher().readAll();
        silence();
        assertThat(daughter.news()).hasSize(1).allMatch(Person::isAlert);
        assertThat(staffTold()).isEmpty();
        town.advanceMinutes(10);
        Instant left = town.now();
        daughter.type("退会").press("はい");
        assertThat(staffTold()).containsExactly(left + " true");
    }

    @Test
    void e13_where_one_of_two_leaves_after_the_alert_came_it_stays_with_the_other() {
        Person daughter = mother.watcher();
        Person son = mother.watcher().readAll();
        silence();
        daughter.type("退会").press("はい");
        assertThat(staffTold()).isEmpty();
        mother.press("OK");
        assertThat(son.news()).as("alert and all clear").hasSize(2);
    }

    @Test
    void e7_e13_where_the_only_watch_ended_while_the_alert_was_written_staff_are_told_instead() {
        Person daughter = mother.watcher().readAll();
        town.advanceToNext(hour, 0);
        town.advanceHours(26);
        town.line().faults().begin(Fault.of(FaultKind.SERVICE_UNAVAILABLE).onPath("/v2/bot/message/push"));
        town.advanceHours(1);
        assertThat(staffTold()).as("the alert waits for LINE").isEmpty();
        endUnseen(daughter);
        town.line().faults().clear();
        town.advanceMinutes(30);
        assertThat(daughter.news()).isEmpty();
        assertThat(staffTold()).hasSize(1).allMatch(told -> told.endsWith(" true"));
    }

    @Test
    void e13_who_has_only_watchers_left_who_cannot_be_reached_is_told_that_nobody_watches() {
        Person daughter = mother.watcher();
        Person son = mother.watcher();
        daughter.done(daughter.phone().block());
        mother.readAll();
        son.type("退会").press("はい");
        assertThat(mother.news()).singleElement().satisfies(news -> assertThat(news.labels())
                .containsExactly("招待する"));
    }

    @Test
    void e13_one_reachable_watcher_is_enough() {
        Person daughter = mother.watcher();
        Person son = mother.watcher().readAll();
        daughter.done(daughter.phone().block());
        silence();
        assertThat(son.news()).hasSize(1).allMatch(Person::isAlert);
        assertThat(staffTold()).isEmpty();
    }

    @Test
    void e13_call_for_help_without_a_watcher_reaches_staff_at_once() {
        Instant now = town.now();
        mother.type("連絡がほしい");
        assertThat(mother.said()).contains("職員にお知らせしました", "に電話してください").doesNotContain("見守る方");
        assertThat(staffTold()).containsExactly(now + " true");
    }

    /** As one that commits when the step has looked up its watchers and not yet written their alerts. */
    private void endUnseen(Person watcher) {
        town.records()
                .spoil(
                        "insert into watch_end (organization_id, participant_id, watcher_id, ended_at)"
                                + " select p.organization_id, p.id, w.id, p.registered_at from member p, member w"
                                + " where p.line_user_id = ? and w.line_user_id = ?",
                        mother.phone().userId(),
                        watcher.phone().userId());
    }

    private Instant silence() {
        town.advanceToNext(hour, 0);
        Instant deadline = town.now().plus(Duration.ofHours(27));
        town.advanceHours(27);
        return deadline;
    }

    /** When staff were told, and whether for want of anybody else. */
    private List<String> staffTold() {
        return town.records()
                .column(
                        "select to_char(i.staff_told_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') || ' '"
                                + " || i.nobody_to_tell::text from incident i join member m on m.id = i.subject_id"
                                + " where m.line_user_id = ? and i.staff_told_at is not null",
                        mother.phone().userId());
    }
}
