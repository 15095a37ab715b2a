package jp.anpi.line.internal.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.anpi.line.internal.render.MessageJson;
import jp.anpi.scheduling.Answers.Met;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.ServicePreset;
import jp.anpi.scheduling.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberTest {

    private final Town town = new Town();
    private final Phone hana = town.participant("Uhana");

    @BeforeEach
    void forget_the_registration() {
        town.engine.done.clear();
    }

    @Test
    void an_ok_is_received_with_its_minute_and_the_next_question() {
        hana.data("ok");

        assertThat(town.engine.done).containsExactly("ok 1 BUTTON");
        assertThat(hana.said()).isEqualTo("ありがとうございます。9時04分に、OKを受け取りました。\n次は23日(月)8時です。");
    }

    @Test
    void a_typed_ok_counts_as_one() {
        hana.type("元気です");

        assertThat(town.engine.done).containsExactly("ok 1 TYPED");
    }

    @Test
    void an_ok_says_what_it_met() {
        for (Met met : Met.values()) {
            town.engine.met = met;
            assertThat(hana.data("ok").said()).isNotEmpty();
        }
        town.engine.met = Met.ALERT;
        assertThat(hana.data("ok").said()).contains("職員にも").doesNotContain("見守る方");
        Phone taro = town.watcher("Utaro");
        town.membership.watches(taro.member().id(), hana.member().id());
        assertThat(hana.data("ok").said()).contains("見守る方にも");
        town.telling.beyondReach.add(taro.member().id());
        assertThat(hana.data("ok").said()).contains("職員にも").doesNotContain("見守る方");
    }

    @Test
    @DisplayName("E-6: where no alert has reached anybody yet, nobody hears of its end, and nobody reads that they do")
    void an_ok_before_the_alert_arrived_is_the_answer_to_a_question() {
        town.engine.met = Met.ALERT;
        town.telling.alertArrived = false;
        assertThat(hana.data("ok").said()).contains("OKを受け取りました").doesNotContain("職員", "見守る方", "ご無事");
    }

    @Test
    void a_word_of_thanks_is_answered_kindly_and_is_no_ok() {
        assertThat(hana.type("ありがとうございます。").said()).contains("どういたしまして", "「OK」");
        assertThat(town.watcher("Utaro").type("ありがとう").said())
                .contains("どういたしまして")
                .doesNotContain("OK");
        assertThat(town.engine.done).isEmpty();
    }

    @Test
    void who_asks_for_help_hears_who_was_told_and_the_emergency_numbers() {
        assertThat(hana.type("連絡がほしい").said())
                .contains("みどり市見守りの職員にお知らせしました", "高齢福祉課（電話 03-1234-5678）", "119番", "110番");
        Phone taro = town.watcher("Utaro");
        town.membership.watches(taro.member().id(), hana.member().id());
        assertThat(hana.data("help").said()).contains("見守る方1名").doesNotContain("職員");
        town.telling.beyondReach.add(taro.member().id());
        assertThat(hana.data("help").said()).contains("職員にお知らせしました").doesNotContain("見守る方");
    }

    @Test
    void an_ok_of_somebody_who_is_not_asked_is_answered_kindly() {
        Phone taro = town.watcher("Utaro");
        assertThat(taro.data("ok").said()).contains("見守る方として登録されています");
        assertThat(town.phone("Ujiro").type("OK").offered()).contains("見守られる方として始める");
        assertThat(town.engine.done).isEmpty();
    }

    @Test
    void where_there_is_nothing_to_choose_the_change_of_schedule_names_the_hour_that_the_person_really_has() {
        town.engine.preset = ServicePreset.DAILY_REPORT;
        Subject self = Subject.participant(hana.member().id());
        Instant now = Instant.parse("2026-11-22T00:04:00Z");
        town.engine.set(1, self, CheckInInterval.EVERY_DAY, List.of(9), now);

        assertThat(hana.type("予定の変更").said()).contains("毎日、9時におたずねすると決まっています");
    }

    @Test
    void the_menu_offers_what_a_participant_can_do() {
        hana.type("メニュー");

        assertThat(hana.offered()).containsExactly("予定の変更", "招待する", "お休み", "マイページ", "退会");
    }

    @Test
    void the_menu_of_a_watcher_offers_a_pause_only_where_somebody_is_watched() {
        Phone taro = town.watcher("Utaro");
        assertThat(taro.type("メニュー").offered()).containsExactly("招待する", "マイページ", "退会");
        town.membership.watches(taro.member().id(), hana.member().id());
        assertThat(taro.type("メニュー").offered()).contains("お休み");
    }

    @Test
    void the_rhythm_changes_after_yes_and_not_before() {
        hana.type("予定の変更").press("2日毎").pick("時刻を選ぶ", "17:00");
        assertThat(town.engine.done).isEmpty();

        hana.press("はい");

        assertThat(town.engine.done).containsExactly("set 1 EVERY_2_DAYS [17]");
        assertThat(hana.said()).contains("2日ごとに、17時", "次は11月22日(日)17時");
    }

    @Test
    void a_pause_says_its_last_day_and_the_next_question_and_can_be_ended() {
        hana.type("お休み").pick("最終日を選ぶ", "2026-11-30");
        assertThat(town.engine.done).containsExactly("pause 1 2026-11-30 PARTICIPANT");
        assertThat(hana.said()).contains("11月30日(月)まで", "12月1日(火)8時");
        assertThat(hana.type("メニュー").offered()).contains("再開する").doesNotContain("お休み");

        hana.press("再開する");

        assertThat(town.engine.done).contains("resume 1");
        assertThat(hana.type("メニュー").offered()).contains("お休み");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2026-11-21", "2027-11-23", "", "abc"})
    void an_impossible_last_day_is_explained_and_asked_again(String picked) {
        hana.type("お休み").pick("最終日を選ぶ", picked);

        assertThat(town.engine.done).isEmpty();
        assertThat(hana.said()).contains("今日から2027年11月22日(月)まで");
        assertThat(hana.offered()).containsExactly("最終日を選ぶ");
    }

    @Test
    void a_watcher_of_one_sets_the_pause_for_that_one() {
        Phone taro = town.watcher("Utaro");
        town.membership.watches(taro.member().id(), hana.member().id());

        taro.type("お休み").pick("最終日を選ぶ", "2026-11-30");

        assertThat(town.engine.done).containsExactly("pause 1 2026-11-30 WATCHER");
    }

    @Test
    void a_watcher_of_several_chooses_by_number() {
        Phone taro = town.watcher("Utaro");
        Phone yuki = town.participant("Uyuki");
        town.engine.done.clear();
        town.membership.watches(taro.member().id(), hana.member().id());
        town.membership.watches(taro.member().id(), yuki.member().id());

        taro.type("お休み");
        assertThat(taro.offered()).containsExactlyInAnyOrder("登録番号 1001-7", "登録番号 1003-7");
        taro.press("登録番号 1003-7").pick("最終日を選ぶ", "2026-11-30");

        assertThat(town.engine.done).containsExactly("pause 3 2026-11-30 WATCHER");
        taro.type("再開する");
        assertThat(town.engine.done).contains("resume 3");
    }

    @Test
    void who_is_watched_and_watches_means_oneself_and_reaches_the_other_with_a_press() {
        Phone yuki = town.participant("Uyuki");
        hana.type("見守る方として始める");
        town.engine.done.clear();
        town.membership.watches(hana.member().id(), yuki.member().id());

        hana.type("お休み");
        assertThat(hana.offered()).containsExactly("最終日を選ぶ", "ほかの方のお休み");
        hana.pick("最終日を選ぶ", "2026-11-30");

        assertThat(town.engine.done).containsExactly("pause 1 2026-11-30 PARTICIPANT");
        assertThat(hana.type("メニュー").offered()).contains("再開する", "お休み");

        hana.type("お休み").press("ほかの方のお休み").pick("最終日を選ぶ", "2026-11-29");
        assertThat(town.engine.done).contains("pause 2 2026-11-29 WATCHER");
    }

    @Test
    void my_page_is_a_link_that_opens_once() {
        hana.type("マイページ");

        assertThat(hana.uriOf("マイページ")).isEqualTo("https://anpi.example/my/open/token1");
        assertThat(hana.said()).contains("10分以内に1回だけ");
        assertThat(MessageJson.write(hana.answered().pushed())).doesNotContain("token1");
    }

    @Test
    void a_stranger_who_blocks_is_forgotten() {
        Phone stranger = town.phone("Ustranger").adds();
        assertThat(town.rows).containsKey("Ustranger");
        stranger.blocks();

        assertThat(town.rows).doesNotContainKey("Ustranger");
    }

    @Test
    void how_far_somebody_has_come_prints_without_what_they_said() {
        assertThat(State.at(Step.NICKNAME_CONFIRM, Map.of("name", "さくら"), town.now)
                        .toString())
                .doesNotContain("さくら");
    }

    @Test
    void leaving_explains_what_is_erased_and_asks_first() {
        assertThat(hana.type("退会").said()).contains("すべて消します");
        assertThat(hana.press("いいえ").registered()).isTrue();

        hana.type("退会").press("はい");

        assertThat(hana.registered()).isFalse();
        assertThat(hana.offered()).containsExactly("見守られる方として始める", "見守る方として始める");
    }

    @Test
    void an_old_button_of_a_member_who_left_changes_nothing() {
        String leave = hana.type("メニュー").dataOf("退会");
        hana.type("退会").press("はい");

        assertThat(hana.data(leave).said()).contains("ご登録のあとに");
    }

    @Test
    void yes_answers_the_question_that_was_just_asked() {
        hana.type("退会").type("はい");

        assertThat(hana.registered()).isFalse();
    }

    @Test
    void yes_on_another_day_is_an_ok_and_leaves_nobody_behind() {
        hana.type("退会");
        town.now = town.now.plus(Duration.ofDays(1));

        hana.type("はい");

        assertThat(hana.registered()).isTrue();
        assertThat(town.engine.done).containsExactly("ok 1 TYPED");
        assertThat(hana.said()).contains("OKを受け取りました").doesNotContain("退会しますか");
    }

    @Test
    void a_forgotten_question_is_let_go_except_by_its_own_button() {
        hana.type("お休み");
        town.now = town.now.plus(Duration.ofHours(3));

        hana.pick("最終日を選ぶ", "2026-11-30");
        assertThat(town.engine.done).containsExactly("pause 1 2026-11-30 PARTICIPANT");

        hana.type("予定の変更");
        town.now = town.now.plus(Duration.ofMinutes(31));
        assertThat(hana.type("こんばんは").offered()).contains("マイページ").doesNotContain("毎日");
        assertThat(hana.press("毎日").said()).contains("もう使えません");
    }

    @Test
    void a_picture_of_somebody_who_is_asked_is_no_answer_and_says_so() {
        assertThat(hana.sticker().said()).contains("お返事になりません", "「OK」");
        assertThat(town.watcher("Utaro").sticker().said()).contains("下のボタンを押してください");
    }

    @Test
    void a_returning_member_is_welcomed_with_the_menu() {
        assertThat(hana.blocks().adds().said()).contains("お帰りなさい");
        assertThat(hana.offered()).contains("予定の変更", "退会");
    }

    @Test
    void who_was_a_member_before_being_a_friend_has_not_returned() {
        assertThat(hana.adds().said()).contains("友だち追加をありがとう").doesNotContain("お帰りなさい");
        assertThat(hana.offered()).contains("予定の変更", "退会");
    }

    @Test
    void somebody_elses_button_is_refused_with_what_can_be_done() {
        String leave = hana.type("メニュー").dataOf("退会");
        Phone taro = town.watcher("Utaro");

        assertThat(taro.data(leave).said()).contains("もう使えません");
        assertThat(taro.offered()).contains("マイページ");
    }
}
