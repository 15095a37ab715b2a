package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whatever comes in between, a dialogue that was begun goes on where it stood, and the answer is kind. */
class DisturbedDialogueTest {

    private static final List<String> WORDS = List.of("こんにちは", "メニュー", "マイページ", "ABCD", "お休みします", "0".repeat(5000));
    private static final List<String> FOR_MEMBERS = List.of("招待する", "お休み", "再開する", "予定の変更", "退会", "ニックネーム");

    private final Town town = Town.shared();

    @Test
    void a_registration_goes_on_after_stickers_photos_and_commands_at_every_step() {
        Person hana = town.person().follow().press("見守られる方として始める");
        disturbedAsStranger(hana, "はい", "いいえ").press("はい");
        disturbedAsStranger(hana, "毎日", "14日毎").press("3日毎");
        disturbedAsStranger(hana, "時刻を選ぶ").pickTime(9);
        disturbedAsStranger(hana, "はい", "いいえ").press("はい");
        disturbedAsStranger(hana, "OK").press("OK");
        assertThat(hana.said()).contains("登録できました", "3日ごとに、9時", "招待する");
    }

    @Test
    void an_invitation_waits_for_its_answer() {
        String invitation = town.participant("3日毎", 8).inviteWatcher();
        Person son = town.person().open(invitation);
        disturbedAsStranger(son, "参加する", "やめる").press("参加する");
        disturbedAsStranger(son, "はい", "いいえ").press("はい");
        assertThat(son.said()).contains("登録できました");
    }

    @Test
    void a_member_is_led_back_to_every_question() {
        Person hana = town.participant("毎日", 8);
        hana.type("予定の変更");
        disturbed(hana, "毎日", "14日毎").press("2日毎");
        disturbed(hana, "時刻を選ぶ").pickTime(20);
        disturbed(hana, "はい", "いいえ").press("はい");
        assertThat(hana.said()).contains("2日ごとに、20時");

        hana.type("お休み");
        disturbed(hana, "最終日を選ぶ").pickDate(town.localNow().toLocalDate().plusDays(1));
        assertThat(hana.said()).contains("お休みにしました");
        hana.type("再開する");

        hana.press("招待する").press("この招待を取り消す");
        disturbed(hana, "はい", "いいえ").press("いいえ");

        hana.type("退会");
        disturbed(hana, "はい", "いいえ").press("いいえ");
        assertThat(hana.said()).contains("退会していません");
    }

    @Test
    void what_begins_nothing_new_ends_nothing_either() {
        Person hana = town.participant("毎日", 8);
        hana.type("予定の変更").press("5日毎");
        for (String word : List.of("招待する", "再開する", "見守られる方として始める")) {
            hana.type(word);
            assertThat(hana.offers("時刻を選ぶ")).as(word + hana.said()).isTrue();
        }
        hana.pickTime(10);
        assertThat(hana.said()).contains("5日ごとに、10時");
    }

    @Test
    void what_begins_something_new_takes_the_place_of_what_was_begun() {
        Person hana = town.participant("毎日", 8);
        hana.type("予定の変更").type("お休み");
        assertThat(hana.offers("最終日を選ぶ")).as(hana.said()).isTrue();
        hana.type("退会");
        assertThat(hana.said()).contains("退会しますか");
    }

    @Test
    void a_nickname_can_be_given_after_a_look_at_the_menu() {
        Person hana = town.participant("毎日", 8).type("メニュー");
        assertThat(hana.said()).contains("招待する", "入力してください");
        hana.done(hana.phone().sticker());
        assertThat(hana.said()).contains("入力してください");
        hana.type("おはな").type("メニュー").press("はい");
        assertThat(hana.said()).contains("おはな");
    }

    @Test
    void an_ok_is_answered_alone_and_what_was_begun_goes_on() {
        Person hana = town.participant("14日毎", 8).type("お休み");
        hana.type("OK");
        assertThat(hana.said()).contains("OKを受け取りました").doesNotContain("いつまで休みますか");
        hana.type("メニュー");
        assertThat(hana.offers("最終日を選ぶ")).as(hana.said()).isTrue();
        hana.pickDate(town.localNow().toLocalDate().plusDays(1));
        assertThat(hana.said()).contains("お休みにしました");
    }

    @Test
    void what_was_forgotten_ends_quietly_after_half_an_hour() {
        Person hana = town.participant("14日毎", 8).type("退会");
        town.advanceMinutes(20);
        hana.type("メニュー");
        assertThat(hana.said()).as("not forgotten yet").contains("退会しますか");
        town.advanceMinutes(31);
        hana.type("はい");
        assertThat(hana.said()).contains("OKを受け取りました").doesNotContain("退会");
        hana.type("メニュー");
        assertThat(hana.said()).contains("マイページ").doesNotContain("退会しますか");

        hana.type("予定の変更");
        town.advanceHours(5);
        hana.type("メニュー");
        assertThat(hana.offers("毎日"))
                .as("the menu never ends what was begun: " + hana.said())
                .isTrue();

        hana.type("予定の変更");
        town.advanceMinutes(31);
        hana.type("こんばんは");
        assertThat(hana.said()).contains("うまく読み取れませんでした", "マイページ").doesNotContain("何日ごとに");
    }

    @Test
    void what_others_count_on_waits_however_long_it_takes() {
        Person hana = town.participant("14日毎", 8);
        Person taro = town.person().follow().registerAsWatcher();
        taro.open(hana.inviteWatcher());
        town.advanceHours(2);
        taro.type("参加する");
        assertThat(taro.said()).contains("これから");
    }

    @Test
    void the_button_of_the_last_question_works_however_late_it_is_pressed() {
        Person hana = town.participant("14日毎", 8).type("お休み");
        town.advanceHours(3);
        hana.pickDate(town.localNow().toLocalDate().plusDays(1));
        assertThat(hana.said()).contains("お休みにしました");
    }

    /** Somebody who is no member yet can begin nothing that is for members. */
    private Person disturbedAsStranger(Person person, String... offered) {
        disturbed(person, offered);
        for (String word : FOR_MEMBERS) {
            disturbed(person, word, it -> it.type(word), offered);
        }
        return person;
    }

    private Person disturbed(Person person, String... offered) {
        Map<String, Consumer<Person>> others = Map.of(
                "sticker", it -> it.done(it.phone().sticker()),
                "photo", it -> it.done(it.phone().photo()),
                "new kind of message", it -> it.done(it.phone().unknownMessage("hologram")));
        others.forEach((name, disturbance) -> disturbed(person, name, disturbance, offered));
        WORDS.forEach(word -> disturbed(person, word, it -> it.type(word), offered));
        return person;
    }

    private static void disturbed(Person person, String name, Consumer<Person> disturbance, String... offered) {
        disturbance.accept(person);
        assertThat(person.phone().lastMessages()).as(name).hasSizeBetween(1, 5);
        for (String label : offered) {
            assertThat(person.offers(label)).as(name + person.said()).isTrue();
        }
    }
}
