package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import jp.anpi.simulator.chat.ChatEntry;
import jp.anpi.simulator.traffic.Fault;
import jp.anpi.simulator.traffic.FaultKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What goes out to the people: announcements over LINE (R-078, R-108 … R-111), and invitations on paper. */
class OutreachPagesTest {

    private static final Town TOWN = Town.shared();
    private static Chromium chromium;
    /** An officer at the desk. */
    private static Page page;
    /** A colleague, who only has a phone at hand. */
    private static Page second;

    @BeforeAll
    static void two_officers() {
        chromium = Chromium.start();
        page = officer("tanaka", "高齢福祉課 田中", 1280, 720);
        second = officer("suzuki", "高齢福祉課 鈴木", 390, 844);
    }

    @AfterEach
    void line_works_again() {
        TOWN.line().faults().clear();
    }

    private static Page officer(String user, String name, int width, int height) {
        TOWN.records()
                .column(
                        "insert into staff (organization_id, user_name, display_name, role, password_hash, created_at)"
                                + " select organization_id, ?, ?, 'OFFICER', password_hash, created_at"
                                + " from staff where user_name = 'admin' returning id",
                        user,
                        name);
        return StaffPages.signIn(StaffPages.door(chromium.window(width, height), TOWN), user, Town.STAFF_PASSWORD);
    }

    @Test
    void an_officer_writes_a_second_approves_the_phones_get_it_and_the_result_says_so() {
        List<Person> readers = readers(3);
        readers.get(0).phone().block();
        String team = team(readers);
        go(page, "announcements");
        examine(page, "announcements-list");
        link(page, "お知らせを書く");
        press(page, "下書きを残して、次へ");
        assertThat(page.locator("#problem").innerText()).contains("件名を入れてください", "本文を入れてください");
        assertThat(page.locator("[aria-invalid=true]").count()).isEqualTo(2);
        page.getByLabel("件名").fill("防災訓練");
        page.getByLabel("本文").fill("日曜の10時です。\n公民館に来てください。");
        page.getByLabel("やさしい日本語の文").fill("にちようび、10じ。");
        page.getByLabel("送る相手").selectOption("TEAM-" + team);
        press(page, "見え方と人数を見る");
        assertThat(page.locator(".bubble").allInnerTexts())
                .containsExactly("【防災訓練】\n日曜の10時です。\n公民館に来てください。", "（やさしい にほんご）\nにちようび、10じ。");
        assertThat(page.locator(".facts").innerText()).contains("2名", "LINEで届かない1名がいます", "2通");
        examine(page, "announcement-write");
        page.getByLabel("ひな形の名前").fill("訓練");
        press(page, "ひな形として残す");
        assertThat(page.locator(".note").innerText()).contains("ひな形「訓練」を残しました");
        press(page, "下書きを残して、次へ");
        assertThat(page.locator(".note").innerText()).contains("まだ送られていません");
        examine(page, "announcement-draft");
        String address = page.url().replaceAll("&.*", "");

        press(page, "承認をお願いする");
        assertThat(page.locator(".error").allInnerTexts()).contains("確かめたら、ここに印を付けてください。");
        page.getByLabel("文と、送る相手と人数を確かめました").check();
        press(page, "承認をお願いする");
        assertThat(page.locator("main").innerText()).contains("承認をお願いしました", "承認待ち", "別の職員がします");
        assertThat(button(page, "承認して送る").count()).isZero();
        TOWN.settle();
        assertThat(readers.get(1).news()).isEmpty();

        go(second, "");
        assertThat(second.locator(".side").innerText()).as("on the first page").contains("承認を待っています");
        go(second, "announcements");
        assertThat(second.locator("main").innerText()).contains("承認を待っています", "高齢福祉課 田中");
        examine(second, "announcements-waiting-phone");
        link(second, "防災訓練");
        examine(second, "announcement-approve-phone");
        second.getByLabel("文と、送る相手と人数を確かめました").check();
        press(second, "承認して送る");
        assertThat(second.locator("main").innerText()).contains("承認しました");
        page.clock().install();
        page.navigate(address);
        assertThat(page.locator("#live").innerText()).containsAnyOf("送る日時を待っています", "送信中", "送りました");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("お知らせの一覧へ"))
                .focus();
        TOWN.advanceMinutes(1);
        page.clock().fastForward(20_000);
        page.locator("#live h2")
                .filter(new Locator.FilterOptions().setHasText("送りました・2名にお届け"))
                .waitFor();
        assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("お知らせの一覧へ");
        page.clock().resume();

        for (Person reader : readers.subList(1, 3)) {
            assertThat(reader.news()).extracting(ChatEntry::text).contains("【防災訓練】\n日曜の10時です。\n公民館に来てください。");
        }
        page.navigate(address);
        assertThat(page.locator("main").innerText())
                .contains("送りました", "LINEにお届け", "LINEで届かない方", "1名", "承認しました（高齢福祉課 鈴木）", "送りおわりました");
        examine(page, "announcement-result");
        go(page, "templates");
        examine(page, "announcement-templates");
        link(page, "これで書く 訓練");
        assertThat(page.getByLabel("件名").inputValue()).isEqualTo("防災訓練");
        for (String path : List.of("write", "templates", "paper", address.replaceAll(".*/", ""))) {
            go(second, path);
            examine(second, "phone-" + path.replaceAll("\\?.*", ""));
        }
        assertThat(TOWN.records()
                        .column("select action from audit_entry where action like 'ANNOUNCEMENT%' order by id"))
                .contains("ANNOUNCEMENT_WRITTEN", "ANNOUNCEMENT_SUBMITTED", "ANNOUNCEMENT_APPROVED");
    }

    @Test
    void one_alone_at_night_sends_at_once_with_a_reason_that_everybody_reads_and_stops_it_again() {
        List<Person> readers = readers(2);
        String team = team(readers);
        TOWN.line().faults().begin(Fault.of(FaultKind.RATE_LIMITED).onPath("/v2/bot/message/multicast"));
        go(page, "write");
        page.getByLabel("件名").fill("避難");
        page.getByLabel("本文").fill("高い所へ。");
        page.getByLabel("送る相手").selectOption("TEAM-" + team);
        press(page, "下書きを残して、次へ");
        assertThat(button(page, "承認なしで、すぐに送る").isVisible())
                .as("out of the way of whoever has time")
                .isFalse();
        page.getByText("緊急のとき：一人で、すぐに送る").click();
        press(page, "承認なしで、すぐに送る");
        assertThat(page.locator("#problem").innerText()).contains("待てない理由を書いてください", "印を付けてください");
        page.getByLabel("待てない理由").fill("川があふれた");
        page.getByLabel("文と相手を確かめました。承認なしで送ります").check();
        press(page, "承認なしで、すぐに送る");
        assertThat(page.locator("main").innerText()).contains("緊急のため、承認なしで送られました", "川があふれた");
        TOWN.advanceMinutes(1);
        page.reload();
        assertThat(page.locator("#live").innerText()).contains("送信中・0名にお届け", "送っているところ");
        examine(page, "announcement-sending");
        go(second, "announcements");
        assertThat(second.locator("main").innerText()).contains("緊急・承認なし");

        press(page, "送るのを止める");
        assertThat(page.locator("main").innerText()).contains("止めました");
        TOWN.line().faults().clear();
        TOWN.advanceHours(1);

        assertThat(readers).allSatisfy(reader -> assertThat(reader.news()).isEmpty());
        page.reload();
        assertThat(page.locator("#live").innerText()).contains("止めました・0名にお届け", "送らなかった方");
    }

    @Test
    void what_is_for_a_team_that_has_ended_goes_to_nobody_says_so_and_is_never_for_everybody_instead() {
        String team = team(readers(1));
        draft(
                "花見",
                team,
                DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm")
                        .format(TOWN.localNow().plusHours(2)));
        submit();
        second.navigate(page.url());
        second.getByLabel("文と、送る相手と人数を確かめました").check();
        press(second, "承認して送る");
        go(page, "ending?id=" + team);
        assertThat(page.locator("main").innerText()).contains("これから送るお知らせが1件");
        TOWN.records().change("update team set ended_at = created_at where id = " + team);
        TOWN.advanceHours(2);
        go(page, "announcements");
        assertThat(page.locator("main").innerText()).contains("送りませんでした", "終わったチームの方");
        link(page, "花見");
        assertThat(page.locator("main").innerText()).contains("送る前に、送る相手のチームが終わっていました", "チームが終わっていたため");
        examine(page, "announcement-unsent");

        link(page, "これをもとに、新しく書く");
        assertThat(page.getByLabel("送る相手").inputValue()).isEmpty();
        press(page, "下書きを残して、次へ");
        assertThat(page.locator(".error").allInnerTexts()).contains("前に選ばれていたチームか地区は、もうありません。送る相手を選び直してください。");
        examine(page, "announcement-choose-anew");
        String another = team(readers(1));
        draft("月見", another, "");
        TOWN.records().change("update team set ended_at = created_at where id = " + another);
        submit();
        assertThat(page.locator("main").innerText()).contains("送る相手のチームは、もう終わっています", "だれにも送られません");
        examine(page, "announcement-in-vain");
        editedWhileItsTeamEnds();
    }

    private static void editedWhileItsTeamEnds() {
        String team = team(readers(1));
        draft("雪見", team, "");
        link(page, "書き直す");
        page.getByLabel("本文").fill("雪の庭で。");
        TOWN.records().change("update team set ended_at = created_at where id = " + team);
        press(page, "下書きを残して、次へ");
        assertThat(page.locator(".error").allInnerTexts()).contains("選べるものの中から、選びなおしてください。");
        assertThat(page.getByLabel("送る相手").inputValue())
                .as("nothing in its place")
                .isEmpty();
        assertThat(page.getByLabel("本文").inputValue()).isEqualTo("雪の庭で。");
        page.getByLabel("送る相手").selectOption("EVERYONE");
        press(page, "下書きを残して、次へ");
        assertThat(page.locator(".note").innerText()).contains("まだ送られていません");
    }

    private static void submit() {
        page.getByLabel("文と、送る相手と人数を確かめました").check();
        press(page, "承認をお願いする");
    }

    private static void draft(String title, String team, String sendAt) {
        go(page, "write");
        page.getByLabel("件名").fill(title);
        page.getByLabel("本文").fill("公民館の庭で。");
        page.getByLabel("送る相手").selectOption("TEAM-" + team);
        page.getByLabel("送る日時").fill(sendAt);
        press(page, "下書きを残して、次へ");
    }

    @Test
    void paper_is_made_looked_at_downloaded_followed_and_withdrawn() throws Exception {
        String team = team(List.of());
        TOWN.records().change("update team set name = '𠮷野台 自治会' where id = " + team);
        go(page, "paper");
        assertThat(page.locator("main").innerText()).contains("みどり市見守りサービス", "𠮷野台 自治会", "まだありません");
        examine(page, "paper-list");
        link(page, "𠮷野台 自治会");
        page.getByLabel("招待が使える最後の日").fill("2026-01-01");
        press(page, "招待を作る");
        assertThat(page.locator(".error").innerText()).contains("今日から3年以内");
        assertThat(page.getByLabel("招待が使える最後の日").inputValue()).isEqualTo("2026-01-01");
        LocalDate last = TOWN.localNow().toLocalDate().plusMonths(6);
        page.getByLabel("招待が使える最後の日").fill(last.toString());
        press(page, "招待を作る");
        assertThat(page.locator("main").innerText())
                .contains("招待を作りました", "何人でも使えます", "「𠮷野台 自治会」の見守られる方として", "印刷できない文字があります", "「𠮷」は「〓」になります");
        for (String kind : List.of("三つ折りチラシ", "ポスター", "カード")) {
            link(page, kind);
            for (Locator image : page.locator("figure img").all()) {
                image.scrollIntoViewIfNeeded();
                page.waitForCondition(() -> (Integer) image.evaluate("image => image.naturalWidth") > 1_000);
            }
            examine(page, "paper-" + kind);
        }
        APIResponse pdf = page.request().get(TOWN.address() + "/admin/paper-pdf?team=" + team + "&kind=POSTER");
        assertThat(pdf.headers()).containsEntry("content-type", "application/pdf");
        assertThat(pdf.headers().get("content-disposition")).startsWith("attachment; filename*=UTF-8''");
        assertThat(new String(pdf.body(), 0, 5)).isEqualTo("%PDF-");
        assertThat(page.request()
                        .get(TOWN.address() + "/admin/paper-qr?as=svg&team=" + team)
                        .text())
                .startsWith("<svg");
        String link = decoded(page.request()
                .get(TOWN.address() + "/admin/paper-qr?as=png&team=" + team)
                .body());

        Person neighbour = TOWN.person().acceptAsParticipant(link, "14日毎", 8);
        assertThat(TOWN.records()
                        .column(
                                "select m.role from team_membership m join member p on p.id = m.member_id"
                                        + " where p.line_user_id = ? and m.team_id = cast(? as bigint)",
                                neighbour.phone().userId(),
                                team))
                .containsExactly("PARTICIPANT");
        second.navigate(TOWN.address() + "/admin/paper?team=" + team);
        examine(second, "paper-phone");
        press(page, "この招待を取り消す");
        assertThat(page.locator(".error").innerText()).contains("印を付けてください");
        page.getByLabel("配った紙が使えなくなることを、確かめました").check();
        press(page, "この招待を取り消す");
        assertThat(page.locator("main").innerText()).contains("招待を取り消しました", "まだ、招待がありません");
        Person late = TOWN.person().follow().open(link);
        assertThat(late.offers("参加する")).isFalse();
        assertThat(page.request()
                        .get(TOWN.address() + "/admin/paper-pdf?team=" + team)
                        .status())
                .isEqualTo(404);
    }

    private static String decoded(byte[] png) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
                .getText();
    }

    private static void examine(Page shown, String name) {
        Chromium.keep(shown, "outreach-" + name, true);
        assertThat(new AxeBuilder(shown).analyze().getViolations())
                .as("axe on " + name)
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .isEmpty();
        assertThat((Boolean) shown.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing to scroll sideways on " + name)
                .isTrue();
    }

    private static List<Person> readers(int count) {
        return Stream.generate(() -> TOWN.person().registerAsWatcher().readAll())
                .limit(count)
                .toList();
    }

    private static String team(List<Person> people) {
        String team = TOWN.records()
                .column("insert into team (organization_id, kind, name, created_at)"
                        + " select id, 'AREA', '北地区', created_at from organization order by id limit 1 returning id")
                .get(0);
        for (Person person : people) {
            TOWN.records()
                    .column(
                            "insert into team_membership (organization_id, team_id, member_id, role, joined_at)"
                                    + " select organization_id, cast(? as bigint), id, 'WATCHER', registered_at"
                                    + " from member where line_user_id = ? returning team_id",
                            team,
                            person.phone().userId());
        }
        return team;
    }

    private static void go(Page shown, String path) {
        assertThat(shown.navigate(TOWN.address() + "/admin/" + path).status())
                .as(path)
                .isEqualTo(200);
    }

    private static void link(Page shown, String name) {
        shown.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private static Locator button(Page shown, String name) {
        return shown.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void press(Page shown, String name) {
        StaffPages.pressOnly(shown, name);
    }
}
