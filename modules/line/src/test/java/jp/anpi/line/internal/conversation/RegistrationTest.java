package jp.anpi.line.internal.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import jp.anpi.scheduling.ServicePreset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RegistrationTest {

    private final Town town = new Town();
    private final Phone hana = town.phone("Uhana");

    @Test
    void who_adds_the_account_is_greeted_with_both_ways_to_begin() {
        hana.adds();

        assertThat(hana.said()).contains("みどり市見守り");
        assertThat(hana.offered()).containsExactly("見守られる方として始める", "見守る方として始める");
    }

    @Test
    void a_participant_is_registered_by_the_practice_ok_and_not_before() {
        hana.adds().press("見守られる方として始める");
        assertThat(hana.said()).contains("利用規約 第1版");
        hana.press("はい").press("3日毎").pick("時刻を選ぶ", "08:30");
        assertThat(hana.said()).contains("3日ごとに、8時におたずねします。最初は11月23日(月)8時です。");
        hana.press("はい");
        assertThat(hana.registered()).isFalse();
        assertThat(hana.said()).contains("練習です");

        hana.press("OK");

        assertThat(hana.member().participant()).isTrue();
        assertThat(town.engine.done).containsExactly("set 1 EVERY_3_DAYS [8]");
        assertThat(hana.said()).contains("登録できました", "1001-7", "11月23日(月)8時", "入力してください");
        assertThat(hana.offered()).contains("招待する");
    }

    @Test
    @DisplayName("R-043, E-13: who begins alone reads that nobody is linked to them yet, and how that is done")
    void who_begins_alone_reads_how_to_be_linked() {
        assertThat(town.participant("Utaro").said()).contains("いまは見守る方がいない", "職員にお知らせします", "「招待する」");
        assertThat(town.watcher("Ujiro").said()).contains("まだ、どなたも見守っていません", "招待を受け取るか", "「招待する」");
    }

    @Test
    @DisplayName("E-13: where the rules tell nobody of a silence, nobody reads that staff are told")
    void who_begins_alone_where_nobody_is_told_reads_of_no_staff() {
        town.telling.rulesTell = false;
        assertThat(town.participant("Utaro").said())
                .contains("いまは見守る方がいません", "「招待する」")
                .doesNotContain("職員");
    }

    @Test
    void everything_can_be_typed_instead_of_pressed() {
        hana.type("めにゅー")
                .type("見守られる方として始める")
                .type("はい")
                .type("３日毎")
                .type("8時")
                .type("はい")
                .type("おｋ");

        assertThat(town.engine.done).containsExactly("set 1 EVERY_3_DAYS [8]");
    }

    @Test
    void no_to_the_terms_ends_kindly_and_keeps_nothing() {
        hana.adds().press("見守られる方として始める").press("いいえ");

        assertThat(hana.registered()).isFalse();
        assertThat(hana.offered()).contains("見守られる方として始める");
        assertThat(town.rows.get("Uhana").state().step()).isEmpty();
    }

    @Test
    void no_to_the_summary_leads_back_to_the_interval() {
        hana.adds().press("見守られる方として始める").press("はい").press("毎日").pick("時刻を選ぶ", "21:00");

        hana.press("いいえ");

        assertThat(hana.offered()).contains("毎日", "14日毎");
    }

    @Test
    void the_menu_shows_itself_and_the_question_again() {
        hana.adds().press("見守られる方として始める").press("はい");

        hana.type("メニュー");

        assertThat(hana.offered()).contains("見守られる方として始める", "毎日");
        hana.press("毎日");
        assertThat(hana.offered()).containsExactly("時刻を選ぶ");
    }

    @Test
    void a_second_press_of_an_answered_button_changes_nothing_and_asks_again() {
        hana.adds().press("見守られる方として始める").press("はい");
        String daily = hana.dataOf("毎日");
        hana.press("3日毎");

        hana.data(daily);

        assertThat(hana.said()).contains("もう使えません");
        assertThat(hana.offered()).containsExactly("時刻を選ぶ");
        hana.pick("時刻を選ぶ", "07:00");
        assertThat(hana.said()).contains("3日ごとに、7時");
    }

    @Test
    void pressing_the_beginning_twice_goes_on_where_one_stands() {
        hana.adds().press("見守られる方として始める").press("はい").press("3日毎");

        hana.press("見守られる方として始める");

        assertThat(hana.offered()).containsExactly("時刻を選ぶ");
    }

    @Test
    void stickers_and_odd_words_are_answered_with_the_question() {
        hana.adds().press("見守られる方として始める").press("はい").press("毎日");

        assertThat(hana.sticker().offered()).containsExactly("時刻を選ぶ");
        assertThat(hana.type("あ".repeat(5000)).offered()).containsExactly("時刻を選ぶ");
        assertThat(hana.pick("時刻を選ぶ", "25:00").offered()).containsExactly("時刻を選ぶ");
        assertThat(hana.data("d1|iv|forged|AAAAAAAAAAAAAAAA").offered()).containsExactly("時刻を選ぶ");
    }

    @Test
    void stopping_says_that_nothing_has_changed() {
        hana.adds().press("見守られる方として始める").press("はい").type("やめる");

        assertThat(hana.said()).contains("何も変わっていません");
        assertThat(hana.offered()).contains("見守る方として始める");
    }

    @Test
    void a_watcher_is_registered_by_yes_to_the_terms() {
        hana.adds().press("見守る方として始める").press("はい");

        assertThat(hana.member().watcher()).isTrue();
        assertThat(hana.said()).contains("登録できました");
        assertThat(hana.offered()).contains("招待する");
    }

    @Test
    void changed_terms_are_shown_before_yes_counts() {
        hana.adds().press("見守る方として始める");
        town.membership.terms = 2;

        hana.press("はい");

        assertThat(hana.registered()).isFalse();
        assertThat(hana.said()).contains("利用規約 第2版");
        assertThat(hana.press("はい").registered()).isTrue();
    }

    @Test
    void twice_a_day_asks_for_two_hours_and_spreads_equal_ones() {
        town.engine.preset = ServicePreset.TWICE_DAILY;
        hana.adds().press("見守られる方として始める").press("はい");
        assertThat(hana.said()).contains("1回目");

        hana.pick("時刻を選ぶ", "20:00");
        assertThat(hana.said()).contains("2回目");
        hana.pick("時刻を選ぶ", "20:15");

        assertThat(hana.said()).contains("毎日、8時と20時");
    }

    @Test
    void where_nothing_is_left_to_choose_only_the_summary_is_asked() {
        town.engine.preset = ServicePreset.DAILY_REPORT;

        hana.adds().press("見守られる方として始める").press("はい");

        assertThat(hana.said()).contains("毎日、8時におたずねします。最初は11月23日(月)8時です。");
        assertThat(hana.press("いいえ").said()).contains("登録はしていません");
    }

    @Test
    void a_nickname_is_kept_after_yes() {
        town.participant("Uhana");
        hana.type("さくら");
        assertThat(hana.said()).contains("「さくら」でよろしいですか");

        hana.type("はい");

        assertThat(hana.member().nickname()).contains("さくら");
    }

    @Test
    void a_nickname_that_cannot_be_is_explained_and_asked_again() {
        town.participant("Uhana");

        assertThat(hana.type("あ".repeat(21)).said()).contains("20文字まで", "入力してください");
        assertThat(hana.type("ゆり").press("いいえ").said()).contains("入力してください");
        assertThat(hana.type("さくら").press("はい").member().nickname()).contains("さくら");
    }

    @Test
    void any_command_leaves_the_nickname_offer() {
        town.participant("Uhana");

        hana.type("OK");

        assertThat(hana.said()).contains("OKを受け取りました");
        assertThat(hana.type("さくら").said()).doesNotContain("よろしいですか");
    }

    @Test
    void what_repeats_typed_words_is_never_pushed() {
        town.participant("Uhana");

        hana.type("さくら");

        assertThat(hana.answered().pushed().toString()).doesNotContain("さくら");
    }
}
