package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.anpi.simulator.chat.ChatEntry;
import org.junit.jupiter.api.Test;

/** A button is worth something in the hand it was given to, for the question it was made for, and nowhere else. */
class ForeignButtonsTest {

    private final Town town = Town.shared();

    @Test
    void buttons_that_were_never_issued_do_nothing_and_are_answered_kindly() {
        Person hana = town.participant("14日毎", 8);
        String before = standing(hana);
        String leave = data(hana.type("メニュー"), "退会");
        List<String> foreign = new ArrayList<>(List.of(
                "",
                " ",
                "action=leave",
                "a=ok&c=42",
                "{\"deed\":\"leave\"}",
                "le",
                "d1|le||",
                "d1|le||AAAAAAAAAAAAAAAA",
                "d2" + leave.substring(2),
                leave + "=",
                leave.replace("|le|", "|y|"),
                leave.replaceFirst("\\|le\\|\\|", "|le|1|"),
                leave.substring(0, leave.length() - 1),
                "alert:safe:00000000-0000-0000-0000-000000000000",
                "alert:take:x",
                "x".repeat(300),
                "'; delete from member; --",
                "\u202E退会"));
        byte[] seal = Base64.getUrlDecoder().decode(leave.substring(leave.lastIndexOf('|') + 1));
        for (int i = 0; i < seal.length; i += 5) {
            byte[] mutated = seal.clone();
            mutated[i] ^= 1;
            foreign.add(leave.substring(0, leave.lastIndexOf('|') + 1)
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(mutated));
        }
        for (String data : foreign) {
            hana.done(hana.phone().forge(data, Map.of()));
            assertThat(hana.phone().lastMessages()).as(data).isNotEmpty();
            assertThat(hana.said()).as(data).doesNotContain("退会しますか", "Exception");
        }
        assertThat(standing(hana)).isEqualTo(before);
    }

    @Test
    void a_button_of_another_person_is_nobodys() {
        Person hana = town.participant("14日毎", 8);
        Person taro = town.participant("14日毎", 8);
        String before = standing(taro);
        String stranger = data(town.person().follow(), "見守る方として始める");
        for (String data :
                List.of(data(hana.type("退会"), "はい"), data(hana.type("メニュー"), "お休み"), data(hana, "招待する"), stranger)) {
            taro.done(taro.phone().forge(data, Map.of()));
            assertThat(taro.said()).contains("もう使えません", "マイページ");
        }
        assertThat(standing(taro)).isEqualTo(before);
    }

    @Test
    void somebody_elses_alert_is_closed_by_nobody_else() {
        town.advanceToNext(7, 0);
        Person hana = town.participant("7日毎", 8);
        Person son = hana.watcher();
        son.news();
        town.advanceToNext(8, 0);
        town.advance(java.time.Duration.ofHours(27));
        ChatEntry alert = son.news().get(0);
        Person stranger = town.person().registerAsWatcher();
        for (String label : List.of("確認する", "対応します", "無事を確認しました")) {
            String data = alert.offers().stream()
                    .filter(offer -> offer.label().equals(label))
                    .findFirst()
                    .orElseThrow()
                    .action()
                    .path("data")
                    .asText();
            stranger.done(stranger.phone().forge(data, Map.of()));
            assertThat(stranger.said()).contains("使えません");
            Person passerBy = town.person().follow();
            passerBy.done(passerBy.phone().forge(data, Map.of()));
            assertThat(passerBy.said()).contains("使えません");
        }
        assertThat(town.records().checkInStates(hana.phone().userId())).containsExactly("ALERTED");
        hana.press("OK");
    }

    @Test
    void a_button_of_a_question_that_is_over_answers_nothing() {
        Person hana = town.participant("14日毎", 8);
        String yes = data(hana.type("退会"), "はい");
        hana.press("いいえ");
        String before = standing(hana);
        hana.done(hana.phone().forge(yes, Map.of()));
        assertThat(hana.said()).contains("もう使えません", "マイページ");
        hana.type("退会");
        hana.done(hana.phone().forge(yes, Map.of()));
        assertThat(hana.said()).contains("もう使えません", "退会しますか");
        hana.press("いいえ");
        assertThat(standing(hana)).isEqualTo(before);
    }

    @Test
    void pressing_the_same_button_twice_counts_once() {
        Person hana = town.person().follow().press("見守られる方として始める").press("はい").chooseRhythm("14日毎", 8);
        ChatEntry practice = hana.phone().lastMessages().get(0);
        hana.press(practice, "OK").press(practice, "OK");
        assertThat(town.records()
                        .count(
                                "select count(*) from member where line_user_id = ?",
                                hana.phone().userId()))
                .isOne();
        assertThat(hana.said()).contains("OKを受け取りました");
    }

    @Test
    void days_and_hours_that_no_clock_or_calendar_has_are_asked_for_again() {
        Person hana = town.participant("14日毎", 8);
        String before = standing(hana);
        String day = data(hana.type("お休み"), "最終日を選ぶ");
        Stream.of(
                        "2026-02-30",
                        "9999-99-99",
                        "2026-13-01",
                        "0000-00-00",
                        "-1-01-01",
                        "2026-11-31T00:00",
                        "99999-01-01",
                        "2020-01-01",
                        "2999-01-01",
                        "",
                        "あした",
                        "١٢-١٢")
                .forEach(picked -> {
                    hana.done(hana.phone().forge(day, Map.of("date", picked)));
                    assertThat(hana.said()).as(picked).contains("選べません", "最終日を選ぶ");
                });
        hana.done(hana.phone().forge(day, Map.of()));
        assertThat(hana.said()).contains("選べません");
        hana.done(hana.phone().forge(day, Map.of("datetime", "2026-12-01T00:00", "time", "25:61")));
        assertThat(hana.said()).contains("選べません");
        hana.type("やめる");

        String hour = data(hana.type("予定の変更").press("毎日"), "時刻を選ぶ");
        Stream.of("25:61", "24:00", "08:61", "-1:00", "", "99:99", "noon", "08:00:00:00")
                .forEach(picked -> {
                    hana.done(hana.phone().forge(hour, Map.of("time", picked)));
                    assertThat(hana.said()).as(picked).contains("時刻を読み取れませんでした", "時刻を選ぶ");
                });
        hana.done(hana.phone().forge(hour, Map.of()));
        assertThat(hana.said()).contains("時刻を選ぶ");
        hana.type("やめる");
        assertThat(standing(hana)).isEqualTo(before);
    }

    private static String data(Person person, String label) {
        return person.phone().lastMessages().stream()
                .flatMap(message -> message.offers().stream())
                .filter(offer -> offer.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + label + ": " + person.said()))
                .action()
                .path("data")
                .asText();
    }

    /** Everything kept of a person that a button could change. */
    private String standing(Person person) {
        return String.join("\n", town.records().column("""
                select concat_ws(' ', m.number, m.nickname, m.participant_since, m.watcher_since, m.blocked_at, s.interval,
                    s.hours, s.next_due_at,
                    (select count(*) from pause p where p.schedule_id = s.id),
                    (select count(*) from check_in c where c.subject_id = m.id),
                    (select count(*) from answer a where a.schedule_id = s.id),
                    (select count(*) from invitation i where i.inviter_id = m.id),
                    (select count(*) from team_membership t where t.member_id = m.id))
                from member m join check_in_schedule s on s.subject_id = m.id
                where m.line_user_id = ?""", person.phone().userId()));
    }
}
