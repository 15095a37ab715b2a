package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** From a fresh installation, without a LINE channel, to the first participant; each step by the page that leads to it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstRunTest {

    private static final String CHANNEL_ID = "2000000001";

    private static Town town;
    private static Desk desk;

    @BeforeAll
    static void an_installation_without_a_channel() {
        Chromium.start();
        town = Town.with(Map.of("anpi.line.channel-secret", "", "anpi.line.channel-access-token", ""));
        desk = Desk.of(town);
    }

    @AfterAll
    static void the_end() {
        if (town != null) {
            town.close();
        }
    }

    @Test
    @Order(1)
    void the_first_page_says_what_is_done_and_what_is_next() {
        assertThat(desk.text(".banner")).contains("LINEの公式アカウントがつながっていません");
        assertThat(desk.text("#first-steps")).contains("はじめの準備", "システム管理者になる 済み", "LINE公式アカウントをつなぐ 次はこれ");
        desk.look("first-steps");
        desk.follow("進む LINE公式アカウントをつなぐ");
        assertThat(desk.page().title()).isEqualTo("LINE公式アカウント");
    }

    @Test
    @Order(2)
    void a_channel_is_tried_with_line_before_it_is_kept_and_its_secrets_are_never_shown() {
        desk.open("channel");
        enter("not digits", Town.SECRET, "");
        assertThat(desk.problem()).contains("チャネルIDは数字だけ");
        enter(CHANNEL_ID, "wrong-secret", "");
        assertThat(desk.problem()).contains("チャネルIDとチャネルシークレットの組み合わせが違います");
        desk.look("channel-refused");
        enter(CHANNEL_ID, Town.SECRET, "wrong-token");
        assertThat(desk.problem()).contains("チャネルアクセストークンが違う");
        assertThat(town.records().count("select count(*) from line_channel")).isZero();

        enter(CHANNEL_ID, Town.SECRET, Town.TOKEN);
        assertThat(desk.main()).contains("LINE公式アカウントをつなぎました", "LINEからこのサービスへも、届いています", "につながっています");
        assertThat(desk.page().content()).doesNotContain(Town.SECRET, Town.TOKEN);
        desk.look("channel-kept");
        assertThat(town.records()
                        .count("select count(*) from line_channel where position(?::bytea in sealed) > 0", Town.SECRET))
                .as("sealed")
                .isZero();
        desk.press("いまのつながりを確かめる");
        assertThat(desk.main()).contains("LINEに確かめました", "LINEからこのサービスへも、届いています");
        assertThat(desk.page().request().get(town.address() + "/health/ready").text())
                .doesNotContain("missing");
        assertThat(town.records().column("select note from audit_entry where action = 'CHANNEL_ENTERED'"))
                .hasSize(1);
    }

    @Test
    @Order(3)
    void the_organizations_name_and_words_reach_phones_without_a_restart() {
        desk.open("");
        assertThat(desk.text("#first-steps")).contains("運営団体の名前とことばを決める 次はこれ");
        desk.open("organization");
        desk.fill("サービスの名前", " ");
        desk.fill("友だちに追加した方への、はじめのことば", "あおぞら市です。\nどうぞよろしく。");
        desk.press("保存する");
        assertThat(desk.problem()).contains("サービスの名前を");
        assertThat(desk.typed("友だちに追加した方への、はじめのことば")).contains("あおぞら市です");
        desk.fill("サービスの名前", "あおぞら市 見守り<b>");
        desk.fill("お問い合わせ先の名前", "高齢福祉課");
        desk.press("保存する");
        assertThat(desk.problem()).contains("名前を入れるときは、電話番号も必要です");
        desk.fill("お問い合わせ先の電話番号", "03-0000-0000");
        desk.press("保存する");
        assertThat(desk.main()).contains("保存しました");
        assertThat(desk.text(".house")).isEqualTo("あおぞら市 見守り<b>");
        desk.look("organization");

        Person newcomer = town.person().follow();
        assertThat(newcomer.said()).contains("あおぞら市です", "あおぞら市 見守り<b>へようこそ");
    }

    @Test
    @Order(4)
    void of_two_who_save_the_organization_the_second_is_told_and_keeps_what_was_typed() {
        desk.open("organization");
        Desk other = desk.beside();
        other.open("organization");
        desk.fill("お問い合わせ先の名前", "福祉課");
        desk.press("保存する");
        other.fill("お問い合わせ先の名前", "地域包括");
        other.press("保存する");
        assertThat(other.problem()).contains("ほかの方が保存しました", "福祉課");
        assertThat(other.typed("お問い合わせ先の名前")).isEqualTo("地域包括");
        other.page().close();
    }

    @Test
    @Order(5)
    void a_new_version_of_the_terms_is_for_those_who_register_from_now_on() {
        desk.open("terms");
        desk.press("新しい版として出す");
        assertThat(desk.problem()).contains("いまの版と同じ");
        desk.fill("利用規約の文章", "あたらしい規約です。");
        desk.press("新しい版として出す");
        assertThat(desk.main()).contains("第2版を出しました", "第1版");
        desk.look("terms");
        Person newcomer = town.person().follow().press("見守られる方として始める");
        assertThat(newcomer.said()).contains("あたらしい規約です。");
    }

    @Test
    @Order(6)
    void e7_rules_say_what_they_mean_count_from_the_next_question_and_leave_running_ones_alone() {
        int hour = town.advanceToHalfPast();
        Person running = town.participant("毎日", hour);
        Person watcher = running.watcher();
        town.advanceHours(1);
        desk.open("rules");
        assertThat(desk.main()).contains("今日の名言");
        desk.fill("おたずねから、見守る方に知らせるまで（時間）", "10");
        desk.press("保存する");
        assertThat(desk.problem()).contains("あとの手順ほど大きい数字");
        desk.fill("おたずねから、もう一度おたずねするまで（時間）", "7");
        desk.fill("最後におたずねしてから待つ時間（時間）", "2");
        desk.choose("何時から", "19");
        desk.press("どうなるか見てみる");
        assertThat(desk.problem()).contains("4時間以上");
        desk.choose("何時から", "9");
        desk.press("どうなるか見てみる");
        assertThat(desk.main()).contains("遅れたおたずねは、9時から22時までに送ります");
        desk.choose("何時から", "6");
        desk.press("どうなるか見てみる");
        assertThat(desk.main()).contains("まだ保存していません", "いちばん間のあく「14日毎」の方では、最後の無事から最長で14日と10時間後");
        desk.press("保存する");
        assertThat(desk.main()).contains("保存しました");
        desk.look("rules");
        Person next = town.participant("2日毎", town.localNow().getHour() + 1);
        Person nextWatcher = next.watcher();

        town.advance(Duration.ofHours(11));
        assertThat(alerts(nextWatcher)).as("10 hours after the question").isEqualTo(1);
        assertThat(alerts(watcher)).as("the question came before").isZero();
        town.advance(Duration.ofHours(16));
        assertThat(alerts(watcher)).as("27 hours after the question").isEqualTo(1);
    }

    @Test
    @Order(7)
    void when_all_is_done_the_list_is_gone() {
        desk.open("");
        assertThat(desk.text("#first-steps")).contains("職員を加える 次はこれ");
        desk.open("staff");
        desk.fill("利用者ID", "sato");
        desk.fill("表示する名前", "佐藤");
        desk.press("加える");
        desk.open("");
        assertThat(desk.count("#first-steps")).isZero();
        assertThat(desk.count(".banner")).isZero();
    }

    @Test
    @Order(8)
    void what_another_node_has_changed_counts_here_within_seconds() {
        town.records().change("update organization set name = 'となりのノード', version = version + 1 where key = 'main'");
        desk.page().waitForCondition(() -> {
            town.settle();
            desk.open("organization");
            return desk.text(".house").equals("となりのノード");
        });
    }

    /** Through another account nothing would reach those who are there, and LINE would call it accepted. */
    @Test
    @Order(9)
    void who_is_registered_with_an_account_is_not_left_behind_by_another() {
        town.records().change("update line_channel set basic_id = '@another', version = version + 1");
        desk.page().waitForCondition(() -> {
            town.settle();
            desk.open("channel");
            return desk.main().contains("@another");
        });
        enter(CHANNEL_ID, Town.SECRET, Town.TOKEN);
        assertThat(desk.problem()).contains("いまのアカウントで登録した方がいます");
        assertThat(town.records().column("select basic_id from line_channel")).containsExactly("@another");
    }

    private static long alerts(Person watcher) {
        return watcher.phone().messages().stream().filter(Person::isAlert).count();
    }

    private static void enter(String id, String secret, String token) {
        desk.fill("チャネルID", id);
        desk.fill("チャネルシークレット", secret);
        desk.fill("チャネルアクセストークン（長期）", token);
        desk.press("LINEに確かめて、保存する");
    }
}
