package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
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
    private static Chromium chromium;
    private static Page page;

    @BeforeAll
    static void an_installation_without_a_channel() {
        chromium = Chromium.start();
        town = Town.with(Map.of("anpi.line.channel-secret", "", "anpi.line.channel-access-token", ""));
        BrowserContext browser = chromium.window(1280, 720);
        page = StaffPages.signIn(browser, town);
    }

    @AfterAll
    static void the_end() {
        if (town != null) {
            town.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    @Order(1)
    void the_first_page_says_what_is_done_and_what_is_next() {
        assertThat(page.locator(".banner").innerText()).contains("LINEの公式アカウントがつながっていません");
        assertThat(page.locator("#first-steps").innerText())
                .contains("はじめの準備", "システム管理者になる 済み", "LINE公式アカウントをつなぐ 次はこれ");
        look("first-steps");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("進む LINE公式アカウントをつなぐ"))
                .click();
        assertThat(page.title()).isEqualTo("LINE公式アカウント");
    }

    @Test
    @Order(2)
    void a_channel_is_tried_with_line_before_it_is_kept_and_its_secrets_are_never_shown() {
        page.navigate(town.address() + "/admin/channel");
        enter("not digits", Town.SECRET, "");
        assertThat(problem()).contains("チャネルIDは数字だけ");
        enter(CHANNEL_ID, "wrong-secret", "");
        assertThat(problem()).contains("チャネルIDとチャネルシークレットの組み合わせが違います");
        look("channel-refused");
        enter(CHANNEL_ID, Town.SECRET, "wrong-token");
        assertThat(problem()).contains("チャネルアクセストークンが違う");
        assertThat(town.records().count("select count(*) from line_channel")).isZero();

        enter(CHANNEL_ID, Town.SECRET, Town.TOKEN);
        assertThat(main()).contains("LINE公式アカウントをつなぎました", "LINEからこのサービスへも、届いています", "につながっています");
        assertThat(page.content()).doesNotContain(Town.SECRET, Town.TOKEN);
        look("channel-kept");
        assertThat(town.records()
                        .count("select count(*) from line_channel where position(?::bytea in sealed) > 0", Town.SECRET))
                .as("sealed")
                .isZero();
        press("いまのつながりを確かめる");
        assertThat(main()).contains("LINEに確かめました", "LINEからこのサービスへも、届いています");
        assertThat(page.request().get(town.address() + "/health/ready").text()).doesNotContain("missing");
        assertThat(town.records().column("select note from audit_entry where action = 'CHANNEL_ENTERED'"))
                .hasSize(1);
    }

    @Test
    @Order(3)
    void the_organizations_name_and_words_reach_phones_without_a_restart() {
        page.navigate(town.address() + "/admin/");
        assertThat(page.locator("#first-steps").innerText()).contains("運営団体の名前とことばを決める 次はこれ");
        page.navigate(town.address() + "/admin/organization");
        fill("サービスの名前", " ");
        fill("友だちに追加した方への、はじめのことば", "あおぞら市です。\nどうぞよろしく。");
        press("保存する");
        assertThat(problem()).contains("サービスの名前を");
        assertThat(page.getByLabel("友だちに追加した方への、はじめのことば").inputValue()).contains("あおぞら市です");
        fill("サービスの名前", "あおぞら市 見守り<b>");
        fill("お問い合わせ先の名前", "高齢福祉課");
        press("保存する");
        assertThat(problem()).contains("名前を入れるときは、電話番号も必要です");
        fill("お問い合わせ先の電話番号", "03-0000-0000");
        press("保存する");
        assertThat(main()).contains("保存しました");
        assertThat(page.locator(".house").innerText()).isEqualTo("あおぞら市 見守り<b>");
        look("organization");

        Person newcomer = town.person().follow();
        assertThat(newcomer.said()).contains("あおぞら市です", "あおぞら市 見守り<b>へようこそ");
    }

    @Test
    @Order(4)
    void of_two_who_save_the_organization_the_second_is_told_and_keeps_what_was_typed() {
        page.navigate(town.address() + "/admin/organization");
        Page other = page.context().newPage();
        other.navigate(town.address() + "/admin/organization");
        fill("お問い合わせ先の名前", "福祉課");
        press("保存する");
        other.getByLabel("お問い合わせ先の名前").fill("地域包括");
        other.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("保存する"))
                .click();
        assertThat(other.locator(".problem").innerText()).contains("ほかの方が保存しました", "福祉課");
        assertThat(other.getByLabel("お問い合わせ先の名前").inputValue()).isEqualTo("地域包括");
        other.close();
    }

    @Test
    @Order(5)
    void a_new_version_of_the_terms_is_for_those_who_register_from_now_on() {
        page.navigate(town.address() + "/admin/terms");
        press("新しい版として出す");
        assertThat(problem()).contains("いまの版と同じ");
        page.getByLabel("利用規約の文章").fill("あたらしい規約です。");
        press("新しい版として出す");
        assertThat(main()).contains("第2版を出しました", "第1版");
        look("terms");
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
        page.navigate(town.address() + "/admin/rules");
        assertThat(main()).contains("今日の名言");
        fill("おたずねから、見守る方に知らせるまで（時間）", "10");
        press("保存する");
        assertThat(problem()).contains("あとの手順ほど大きい数字");
        fill("おたずねから、もう一度おたずねするまで（時間）", "7");
        fill("最後におたずねしてから待つ時間（時間）", "2");
        press("どうなるか見てみる");
        assertThat(main()).contains("まだ保存していません", "いちばん間のあく「14日毎」の方では、最後の無事から最長で14日と10時間後");
        press("保存する");
        assertThat(main()).contains("保存しました");
        look("rules");
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
        page.navigate(town.address() + "/admin/");
        assertThat(page.locator("#first-steps").innerText()).contains("職員を加える 次はこれ");
        page.navigate(town.address() + "/admin/staff");
        fill("利用者ID", "sato");
        fill("表示する名前", "佐藤");
        press("加える");
        page.navigate(town.address() + "/admin/");
        assertThat(page.locator("#first-steps").count()).isZero();
        assertThat(page.locator(".banner").count()).isZero();
    }

    private static long alerts(Person watcher) {
        return watcher.phone().messages().stream().filter(Person::isAlert).count();
    }

    private static void enter(String id, String secret, String token) {
        fill("チャネルID", id);
        fill("チャネルシークレット", secret);
        fill("チャネルアクセストークン（長期）", token);
        press("LINEに確かめて、保存する");
    }

    private static void fill(String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    private static void press(String label) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .click();
    }

    private static String problem() {
        return page.locator(".problem").first().innerText();
    }

    private static String main() {
        return page.locator("main").innerText();
    }

    /** For everybody's eyes and hands, on a desk and on a phone. */
    private static void look(String name) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as("axe on " + name)
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .isEmpty();
        for (List<Integer> size : List.of(List.of(390, 844), List.of(1280, 720))) {
            page.setViewportSize(size.get(0), size.get(1));
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("nothing to scroll sideways on " + name + " at " + size)
                    .isTrue();
            Chromium.keep(page, "staff-" + name + "-" + size.get(0), true);
        }
    }
}
