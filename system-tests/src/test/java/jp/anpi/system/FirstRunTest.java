package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
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
        page.getByLabel("何時から").selectOption("19");
        press("どうなるか見てみる");
        assertThat(problem()).contains("4時間以上");
        page.getByLabel("何時から").selectOption("9");
        press("どうなるか見てみる");
        assertThat(main()).contains("遅れたおたずねは、9時から22時までに送ります");
        page.getByLabel("何時から").selectOption("6");
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

    @Test
    @Order(8)
    void a_checklist_is_edited_used_and_kept_in_its_words() {
        page.navigate(town.address() + "/admin/protocol");
        assertThat(page.getByLabel("手順 1", new Page.GetByLabelOptions().setExact(true))
                        .inputValue())
                .contains("助けを求める声");
        fill("手順 4", "");
        fill("手順 10", "鍵を預かっている方に聞く");
        press("保存する");
        assertThat(main()).contains("保存しました");
        look("protocol");
        String incident = incident();
        page.navigate(town.address() + "/admin/incident?id=" + incident);
        press("印をつけた手順を残す");
        assertThat(problem()).contains("済んだ手順に、印をつけてください");
        assertThat(main()).contains("すぐに119番・110番", "鍵を預かっている方に聞く").doesNotContain("ご本人に電話する（時間をおいて2回）");
        page.getByLabel("鍵を預かっている方に聞く").check();
        page.getByLabel("異臭がする").check();
        press("印をつけた手順を残す");
        assertThat(main()).contains("記録しました", "110番に通報しました", "手順を済ませました");
        look("incident-checklist");
        page.getByText("まちがえてつけた印を取り消す").click();
        page.getByLabel("取り消す印")
                .selectOption(
                        new com.microsoft.playwright.options.SelectOption().setLabel("110番に通報した：異臭がする、窓や戸がこわれている"));
        press("印を取り消す");
        assertThat(problem()).contains("取り消す理由を書いてください");
        fill("理由", "押しまちがい。通報していない。");
        look("incident-tick-taken-back-asked");
        press("印を取り消す");
        assertThat(main()).contains("110番に通報しました", "110番に通報したという印を取り消しました", "押しまちがい。通報していない。");
        assertThat(page.getByLabel("異臭がする").isChecked()).isFalse();
        look("incident-tick-taken-back");
        page.getByLabel("異臭がする").check();
        press("印をつけた手順を残す");
        assertThat(page.getByLabel("異臭がする").count()).as("ticked again").isZero();
    }

    @Test
    @Order(9)
    void an_incident_is_handed_over_and_a_step_that_is_late_stands_first_on_the_first_page() {
        String incident = incident();
        page.navigate(town.address() + "/admin/incident?id=" + incident);
        page.getByLabel("応答なし").check();
        fill("次にすること", "訪問する");
        page.getByLabel("いつまでに").selectOption("PT30M");
        press("記録する");
        press("引き継ぐ");
        assertThat(problem()).contains("引き継ぐ相手を選んでください");
        page.getByLabel("だれに", new Page.GetByLabelOptions().setExact(true))
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("佐藤（職員）"));
        fill("伝えること", "鍵は管理会社です。");
        press("引き継ぐ");
        assertThat(main()).contains("引き継ぎました", "システム管理者 から 佐藤 へ引き継ぎました", "鍵は管理会社です。");
        town.advanceHours(1);
        page.navigate(town.address() + "/admin/");
        assertThat(page.locator("li.card.overdue").first().innerText())
                .contains("予定を過ぎています", "佐藤", "訪問する", "の予定を過ぎています");
        Chromium.keep(page, "staff-today-overdue", false);
    }

    @Test
    @Order(10)
    void r101_the_timeline_is_printed_for_the_police_and_audited() throws Exception {
        String incident = incident();
        page.navigate(town.address() + "/admin/incident?id=" + incident);
        press("PDFを作る");
        assertThat(problem()).contains("だれに、何のために渡すか");
        fill("だれに、何のために", "みどり警察署、安否の確認のため");
        Download download = page.waitForDownload(() -> press("PDFを作る"));
        Path pdf = Path.of("target/screenshots/incident.pdf");
        download.saveAs(pdf);
        assertThat(download.suggestedFilename()).isEqualTo("incident-" + incident + ".pdf");
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            String text = new PDFTextStripper().getText(document).replace("\n", "");
            assertThat(text).contains("安否確認と対応の経過", "訪問する", "鍵は管理会社です。", "110番に通報しました", "令和8年11月");
            assertThat(text).contains("みどり警察署、安否の確認のため", "名前（手で書きます）", "福祉課");
            ImageIO.write(
                    new PDFRenderer(document).renderImageWithDPI(0, 80),
                    "png",
                    Path.of("target/screenshots/incident-pdf.png").toFile());
        }
        assertThat(town.records().column("select note from audit_entry where action = 'PRINTED_INCIDENT'"))
                .containsExactly("incident " + incident + " みどり警察署、安否の確認のため");
    }

    @Test
    @Order(11)
    void staff_of_another_organization_reach_nothing_of_this_one() {
        String incident = incident();
        String number = town.records()
                .column(
                        "select m.number from incident i join member m on m.id = i.subject_id where i.id ="
                                + " cast(? as bigint)",
                        incident)
                .get(0);
        String member = town.records()
                .column("select subject_id from incident where id = cast(? as bigint)", incident)
                .get(0);
        town.records()
                .change("insert into organization (key, name, zone, preset, created_at) select 'other', 'ほかの市', zone,"
                        + " preset, created_at from organization");
        town.records()
                .change("insert into staff (organization_id, user_name, display_name, role, password_hash, created_at)"
                        + " select o.id, 'elsewhere', 'よそ', 'SYSTEM_ADMINISTRATOR', s.password_hash, s.created_at"
                        + " from organization o, staff s where o.key = 'other' and s.user_name = 'admin'");
        Page foreign =
                StaffPages.signIn(StaffPages.door(chromium.window(1280, 720), town), "elsewhere", Town.STAFF_PASSWORD);
        for (String path : List.of("incident?id=" + incident, "person?id=" + member)) {
            assertThat(foreign.navigate(town.address() + "/admin/" + path).status())
                    .as(path)
                    .isEqualTo(404);
            assertThat(foreign.content()).as(path).doesNotContain(number);
        }
        for (String path : List.of("", "people", "people?search=" + number, "staff", "log")) {
            foreign.navigate(town.address() + "/admin/" + path);
            assertThat(foreign.locator("main").innerText()).as(path).doesNotContain(number, "佐藤", "鍵は管理会社");
        }
        String admin = town.records()
                .column("select id from staff where user_name = 'admin'")
                .get(0);
        foreign.navigate(town.address() + "/admin/staff?id=" + admin);
        foreign.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("新しいパスワードを出す"))
                .click();
        assertThat(foreign.locator(".problem").innerText()).contains("その職員はいない");
        page.reload();
        assertThat(page.locator("header").innerText()).as("still signed in").contains("ログアウト");
    }

    @Test
    @Order(12)
    void a_failure_inside_tells_nothing() {
        town.records().change("alter table audit_entry rename to hidden_entry");
        int status = page.navigate(town.address() + "/admin/log").status();
        String shown = page.content();
        town.records().change("alter table hidden_entry rename to audit_entry");
        assertThat(status).isEqualTo(500);
        assertThat(shown)
                .contains("<h1>")
                .doesNotContain("Exception", "audit_entry", "hidden_entry", "Payara", "at jp.anpi", "jdbi");
    }

    @Test
    @Order(13)
    void what_another_node_has_changed_counts_here_within_seconds() {
        town.records().change("update organization set name = 'となりのノード', version = version + 1 where key = 'main'");
        page.waitForCondition(() -> {
            town.settle();
            page.navigate(town.address() + "/admin/organization");
            return page.locator(".house").innerText().equals("となりのノード");
        });
    }

    /** Through another account nothing would reach those who are there, and LINE would call it accepted. */
    @Test
    @Order(14)
    void who_is_registered_with_an_account_is_not_left_behind_by_another() {
        town.records().change("update line_channel set basic_id = '@another', version = version + 1");
        page.waitForCondition(() -> {
            town.settle();
            page.navigate(town.address() + "/admin/channel");
            return main().contains("@another");
        });
        enter(CHANNEL_ID, Town.SECRET, Town.TOKEN);
        assertThat(problem()).contains("いまのアカウントで登録した方がいます");
        assertThat(town.records().column("select basic_id from line_channel")).containsExactly("@another");
    }

    private static String incident() {
        return town.records()
                .column("select max(id) from incident where closed_at is null")
                .get(0);
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
        StaffPages.pressOnly(page, label);
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
        Chromium.keepBoth(page, "staff-" + name);
    }
}
