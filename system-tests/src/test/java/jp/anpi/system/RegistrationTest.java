package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import jp.anpi.simulator.chat.ChatEntry;
import jp.anpi.system.Outsider.Move;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Becoming a participant or a watcher in the chat, changing the rhythm, and leaving again. */
class RegistrationTest {

    private static final String NOT_NULL = " is not null";

    private final Town town = Town.shared();
    private final Records records = town.records();

    @Test
    void what_was_agreed_to_is_kept_with_its_version_and_time_R066() {
        Person hana = town.person().follow().press("見守られる方として始める");
        assertThat(hana.said()).contains("ご利用のやくそく", "見守られる方");
        hana.press("はい");
        LocalDateTime agreed = town.localNow();
        hana.chooseRhythm("3日毎", 8).press("OK");

        assertThat(records.column(
                        "select c.terms_version || ' ' || (c.given_at at time zone 'Asia/Tokyo') from consent c"
                                + " join member m on m.id = c.member_id where m.line_user_id = ?",
                        hana.phone().userId()))
                .containsExactly("1 " + agreed.toString().replace('T', ' ') + seconds(agreed));
        assertThat(records.column("select body from terms_version where version = 1"))
                .hasSize(1);
    }

    private static String seconds(LocalDateTime time) {
        return time.toString().length() == 16 ? ":00" : "";
    }

    @Test
    void the_long_terms_are_not_repeated_after_a_stray_tap() {
        Person hana = town.person().follow().press("見守られる方として始める");
        for (String stray : List.of("こんにちは", "メニュー", "OK", "お休み", "見守られる方として始める")) {
            hana.type(stray);
            assertThat(hana.said()).as(stray).contains("この「やくそく」で").doesNotContain("【");
            assertThat(hana.offers("はい")).as(stray).isTrue();
        }
        hana.done(hana.phone().sticker());
        assertThat(hana.said()).contains("この「やくそく」で").doesNotContain("【");
        town.advanceMinutes(31);
        hana.type("見守られる方として始める");
        assertThat(hana.said()).as("begun once more after a while").contains("【");
        hana.press("はい");
        assertThat(hana.offers("毎日")).isTrue();
    }

    @Test
    void no_to_the_terms_keeps_nothing_and_shows_the_way_back() {
        Person hana = town.person().follow().press("見守られる方として始める").press("いいえ");

        assertThat(hana.said()).contains("登録はしていません", "見守られる方として始める");
        assertThat(members(hana)).isZero();
        assertThat(records.column(
                        "select coalesce(step, '-') || data from conversation where line_user_id = ?",
                        hana.phone().userId()))
                .containsExactly("-{}");
        hana.press("見守られる方として始める").press("はい").chooseRhythm("毎日", 8).press("OK");
        assertThat(members(hana)).isOne();
    }

    @Test
    void the_first_question_comes_at_the_next_such_hour_and_on_the_grid_from_then_on() {
        town.advanceToNext(7, 0);
        Map<String, Integer> offered = Map.of("毎日", 1, "2日毎", 2, "3日毎", 3, "5日毎", 5, "7日毎", 7, "14日毎", 14);
        Map<String, Person> people = offered.keySet().stream()
                .collect(java.util.stream.Collectors.toMap(label -> label, label -> town.participant(label, 8)));
        LocalDate today = town.localNow().toLocalDate();

        town.advanceToNext(8, 0);

        people.forEach((label, person) -> {
            assertThat(person.questions()).as(label).hasSize(1);
            person.press("OK");
            LocalDate next = today.plusDays(offered.get(label));
            assertThat(person.said()).as(label).contains(next.getDayOfMonth() + "日", "8時");
        });
        Person late = town.participant("3日毎", 8);
        town.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(late.questions()).isEmpty();
        town.advance(Duration.ofSeconds(1));
        assertThat(late.questions()).hasSize(1);
    }

    @Test
    void every_interval_of_the_offer_has_its_button_and_minutes_are_dropped() {
        town.advanceToNext(7, 0);
        Person hana = town.person().follow().press("見守られる方として始める").press("はい");
        assertThat(labels(hana)).containsExactly("毎日", "2日毎", "3日毎", "5日毎", "7日毎", "14日毎");
        hana.press("2日毎").done(hana.phone().pickTime("時刻を選ぶ", "09:47"));
        assertThat(hana.said()).contains("9時").doesNotContain("47");
        hana.press("はい").press("OK").news();

        town.advanceToNext(9, 0);

        assertThat(hana.questions()).hasSize(1);
    }

    @Test
    void the_practice_ok_is_no_check_in_R063() {
        Person hana = town.participant("毎日", 8);

        assertThat(records.checkInStates(hana.phone().userId())).isEmpty();
        assertThat(records.count(
                        "select count(*) from answer a join check_in_schedule s on s.id = a.schedule_id"
                                + " join member m on m.id = s.subject_id where m.line_user_id = ?",
                        hana.phone().userId()))
                .isZero();
        assertThat(hana.said()).contains("登録番号", "招待する");
    }

    @ParameterizedTest
    @ValueSource(strings = {"さくら🌸", "髙橋", "𠮷田", "葛\uDB40\uDD00城", "שלום", "👨‍👩‍👧‍👦", "O'Neil <b>", "{0} %s"})
    void a_nickname_may_be_written_as_its_owner_writes_it_R070(String name) {
        Person hana = town.participant("毎日", 8).type(name);
        assertThat(hana.said()).contains(name);
        hana.press("はい");

        assertThat(records.column(
                        "select nickname from member where line_user_id = ?",
                        hana.phone().userId()))
                .containsExactly(name);
        assertThat(hana.offers("招待する")).as(hana.said()).isTrue();
    }

    @Test
    void who_gives_no_nickname_now_has_read_how_to_give_one_later_R070() {
        Person hana = town.participant("14日毎", 8);
        assertThat(hana.said()).contains("登録できました", "「ニックネーム」と送って");
        hana.type("OK").type("ニックネーム").type("はな").press("はい");

        assertThat(records.column(
                        "select nickname from member where line_user_id = ?",
                        hana.phone().userId()))
                .containsExactly("はな");
    }

    @Test
    void a_nickname_that_cannot_be_shown_is_asked_for_again() {
        Person hana = town.participant("毎日", 8);
        for (String name :
                List.of("あ".repeat(5000), "に\nせ", "a\tb", "\u202Eabc", "　", " ", "\u200B", "🏳".repeat(30))) {
            hana.type(name);
            assertThat(hana.said()).contains("もう一度入力してください");
        }
        hana.type("はなこ").press("いいえ");
        assertThat(hana.said()).contains("入力してください");
        hana.type("はな").press("はい");

        assertThat(records.column(
                        "select nickname from member where line_user_id = ?",
                        hana.phone().userId()))
                .containsExactly("はな");
    }

    @Test
    void whoever_looks_only_for_the_promised_labels_finds_the_way_in_any_order() {
        List<List<Move>> orders = List.of(
                List.of(Move.STOP, Move.YES, Move.INTERVAL, Move.HOUR, Move.OK, Move.TYPING),
                List.of(Move.STOP, Move.HOUR, Move.YES, Move.OK, Move.INTERVAL, Move.TYPING),
                List.of(Move.HOUR, Move.INTERVAL, Move.OK, Move.YES, Move.STOP, Move.TYPING),
                List.of(Move.OK, Move.HOUR, Move.TYPING, Move.INTERVAL, Move.YES, Move.STOP),
                List.of(Move.TYPING, Move.INTERVAL, Move.HOUR, Move.OK, Move.YES, Move.STOP));
        for (List<Move> order : orders) {
            for (boolean lastMessageOnly : List.of(false, true)) {
                Person person = town.person();
                new Outsider(person, order, lastMessageOnly).register();
                assertThat(members(person)).as(order.toString()).isOne();
            }
        }
    }

    @Test
    void a_changed_schedule_counts_from_the_next_question_R024() {
        town.advanceToNext(7, 0);
        Person hana = town.participant("毎日", 8);
        hana.type("メニュー").press("予定の変更").chooseRhythm("3日毎", 10);
        assertThat(hana.said()).contains("3日ごとに、10時");
        hana.news();

        town.advanceToNext(9, 59);
        assertThat(hana.questions()).isEmpty();
        town.advanceToNext(10, 0);
        assertThat(hana.questions()).hasSize(1);
        hana.press("OK");
        town.advance(Duration.ofDays(3).minusSeconds(1));
        assertThat(hana.questions()).isEmpty();
        town.advance(Duration.ofSeconds(1));
        assertThat(hana.questions()).hasSize(1);
    }

    @Test
    void a_change_given_up_half_way_changes_nothing() {
        town.advanceToNext(7, 0);
        Person hana = town.participant("毎日", 8);
        hana.type("予定の変更").press("14日毎").pickTime(20).type("やめる");
        assertThat(hana.said()).contains("何も変わっていません");
        hana.news();

        town.advanceToNext(8, 0);

        assertThat(hana.questions()).hasSize(1);
    }

    @Test
    void leaving_asks_first_and_then_erases_everything() {
        town.advanceToNext(7, 0);
        Person hana = town.participant("毎日", 8).type("おはな").press("はい");
        Person daughter = hana.watcher();
        town.advanceToNext(8, 0);
        hana.press("OK").type("退会");
        assertThat(hana.said()).contains("消します");
        hana.press("いいえ");
        assertThat(members(hana)).isOne();
        daughter.news();

        hana.type("退会").press("はい");

        assertThat(members(hana)).isZero();
        assertThat(hana.said()).contains("見守られる方として始める");
        assertThat(records.checkInStates(hana.phone().userId())).isEmpty();
        assertThat(records.count(
                        "select count(*) from webhook_event where line_user_id = ? and payload" + NOT_NULL,
                        hana.phone().userId()))
                .isZero();
        assertThat(daughter.news()).hasSize(1).noneMatch(Person::isAlert);
        hana.news();
        town.advance(Duration.ofDays(2));
        assertThat(hana.news()).isEmpty();
        assertThat(daughter.news()).isEmpty();
        hana.type("メニュー")
                .press("見守られる方として始める")
                .press("はい")
                .chooseRhythm("毎日", 8)
                .press("OK");
        assertThat(members(hana)).isOne();
    }

    private long members(Person person) {
        return records.count(
                "select count(*) from member where line_user_id = ?",
                person.phone().userId());
    }

    private static List<String> labels(Person person) {
        return person.phone().lastMessages().stream()
                .map(ChatEntry::labels)
                .flatMap(List::stream)
                .toList();
    }
}
