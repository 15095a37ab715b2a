package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import jp.anpi.simulator.chat.ChatEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What watchers do about an alert (E-12). */
@ExtendWith(CleanLogs.class)
class WatchersActTest {

    private final Town town = Town.shared();
    private Person mother;
    private Person daughter;
    private Person son;
    private ChatEntry alert;

    @BeforeEach
    void silence_was_told() {
        int hour = town.advanceToHalfPast();
        mother = town.participant("14日毎", hour);
        daughter = mother.watcher();
        son = mother.watcher();
        town.advanceToNext(hour, 0);
        town.advanceHours(26);
        mother.readAll();
        daughter.readAll();
        son.readAll();
        town.advanceHours(1);
        alert = daughter.news().get(0);
        son.readAll();
    }

    @Test
    void e12_an_alert_says_the_number_and_who_it_is_only_on_demand() {
        mother.type("ニックネーム").type("おはな").press("はい");
        assertThat(alert.text())
                .contains("登録番号 " + mother.number(), "おたずねしてから27時間、お返事がありません")
                .doesNotContain("おはな");
        daughter.press(alert, "確認する");
        assertThat(daughter.said()).contains("おはな", mother.number());
        assertThat(daughter.news()).as("a reply, no push").isEmpty();
    }

    @Test
    void e12_when_one_takes_it_the_others_are_told() {
        daughter.press(alert, "対応します");
        assertThat(son.news()).hasSize(1).noneMatch(Person::isAlert);
        assertThat(daughter.news()).isEmpty();
        son.press("対応します");
        assertThat(son.said()).contains("すでに");
        assertThat(daughter.news()).as("taken once").isEmpty();
    }

    @Test
    void e12_closing_with_a_reason_tells_the_others_and_ends_all_steps() {
        daughter.press(alert, "無事を確認しました").type("電話で話しました");
        assertThat(son.news()).hasSize(1).noneMatch(Person::isAlert);
        assertThat(states(mother)).containsExactly("CLOSED_BY_WATCHER");
        assertThat(incident("closed_at")).hasSize(1).doesNotContainNull();
        assertThat(town.records()
                        .count(
                                "select count(*) from incident_entry e join incident i on i.id = e.incident_id"
                                        + " join member m on m.id = i.subject_id where m.line_user_id = ?"
                                        + " and e.note = '電話で話しました'",
                                mother.phone().userId()))
                .isEqualTo(1);
        town.advanceHours(24 * 3);
        assertThat(daughter.news()).isEmpty();
        assertThat(son.news()).isEmpty();
        assertThat(mother.news()).isEmpty();
        assertThat(incident("staff_told_at")).containsOnlyNulls();
    }

    @Test
    void e12_not_taken_within_an_hour_staff_are_told() {
        Instant told = town.now();
        town.advanceMinutes(59);
        assertThat(incident("staff_told_at")).containsOnlyNulls();
        town.advanceMinutes(1);
        assertThat(instants("staff_told_at")).containsExactly(told.plus(Duration.ofHours(1)));
        town.advanceHours(24);
        assertThat(daughter.news()).as("nobody is alerted twice").isEmpty();
        assertThat(son.news()).isEmpty();
    }

    @Test
    void e12_taken_in_time_staff_are_left_alone_for_now() {
        town.advanceMinutes(50);
        daughter.press(alert, "対応します");
        town.advanceMinutes(50);
        assertThat(incident("staff_told_at")).containsOnlyNulls();
        mother.press("OK");
        town.advanceHours(5);
        assertThat(incident("staff_told_at")).containsOnlyNulls();
    }

    @Test
    void e12_who_took_it_and_leaves_leaves_it_to_staff_at_once_and_to_whoever_takes_it_next() {
        daughter.press(alert, "対応します");
        daughter.type("退会").press("はい");
        assertThat(instants("staff_told_at")).containsExactly(town.now());
        assertThat(incident("taken_at")).containsOnlyNulls();
        ChatEntry his =
                son.pushed().stream().filter(Person::isAlert).findFirst().orElseThrow();
        son.press(his, "対応します");
        assertThat(incident("taken_at")).doesNotContainNull();
    }

    @Test
    void e12_button_of_an_old_alert_never_touches_another_incident() {
        mother.press("OK");
        town.advanceHours(24 * 14);
        ChatEntry second = daughter.news().stream()
                .filter(Person::isAlert)
                .reduce((one, other) -> other)
                .orElseThrow();
        son.readAll();
        daughter.press(alert, "対応します").press(alert, "無事を確認しました");
        assertThat(states(mother)).containsExactly("CONFIRMED_LATE", "ALERTED");
        assertThat(incident("taken_at")).containsOnlyNulls();
        assertThat(son.news()).isEmpty();
        daughter.press(second, "対応します");
        assertThat(son.news()).hasSize(1);
    }

    @Test
    void e12_watcher_of_two_silent_people_is_told_of_both_and_closes_one() {
        int hour = town.advanceToHalfPast();
        Person aunt = town.participant("14日毎", hour);
        Person uncle = town.participant("14日毎", hour);
        Person niece = aunt.watcher();
        niece.acceptAsWatcher(uncle.inviteWatcher()).readAll();
        town.advanceToNext(hour, 0);
        town.advanceHours(27);
        List<ChatEntry> alerts = niece.news();
        assertThat(alerts).hasSize(2).allMatch(Person::isAlert);
        assertThat(alerts).anyMatch(alert -> alert.text().contains("登録番号 " + aunt.number()));
        assertThat(alerts).anyMatch(alert -> alert.text().contains("登録番号 " + uncle.number()));
        niece.press(alerts.get(0), "無事を確認しました");
        // Going there takes its time.
        town.advanceMinutes(50);
        niece.type("会いました");
        assertThat(List.of(states(aunt).get(0), states(uncle).get(0)))
                .containsExactlyInAnyOrder("CLOSED_BY_WATCHER", "ALERTED");
        niece.press(alerts.get(1), "無事を確認しました").type("会いました");
        assertThat(List.of(states(aunt).get(0), states(uncle).get(0))).containsOnly("CLOSED_BY_WATCHER");
    }

    @Test
    void e12_somebody_else_can_do_nothing_with_the_alert() {
        mother.press("OK");
        son.type("退会").press("はい");
        daughter.press(alert, "確認する");
        assertThat(daughter.said()).contains(mother.number());
        daughter.press(alert, "無事を確認しました");
        assertThat(states(mother)).containsExactly("CONFIRMED_LATE");
    }

    private List<String> states(Person person) {
        return town.records().checkInStates(person.phone().userId());
    }

    private List<String> incident(String column) {
        return town.records()
                .column(
                        "select i." + column + " from incident i join member m on m.id = i.subject_id"
                                + " where m.line_user_id = ? order by i.id",
                        mother.phone().userId());
    }

    private List<Instant> instants(String column) {
        return incident(column).stream()
                .map(text -> OffsetDateTime.parse(text.replace(' ', 'T').replaceAll("([+-]\\d\\d)$", "$1:00"))
                        .toInstant())
                .toList();
    }
}
