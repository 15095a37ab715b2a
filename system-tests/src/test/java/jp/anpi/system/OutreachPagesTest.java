package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
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
    /** An officer at a desk. */
    private static Desk desk;
    /** A colleague, who only has a phone at hand. */
    private static Desk second;

    @BeforeAll
    static void two_officers() {
        desk = officer("tanaka", "高齢福祉課 田中", 1280, 720);
        second = officer("suzuki", "高齢福祉課 鈴木", 390, 844);
    }

    @AfterEach
    void line_works_again() {
        TOWN.line().faults().clear();
    }

    private static Desk officer(String user, String name, int width, int height) {
        StaffPages.account(TOWN, user, name, "OFFICER", null);
        return Desk.door(TOWN, width, height).signIn(user);
    }

    @Test
    void an_officer_writes_a_second_approves_the_phones_get_it_and_the_result_says_so() {
        Readers north = Readers.of(TOWN, 3);
        List<Person> readers = north.people();
        readers.get(0).phone().block();
        String team = north.team();
        desk.open("announcements");
        examine(desk, "announcements-list");
        desk.follow("お知らせを書く");
        desk.press("下書きを残して、次へ");
        assertThat(desk.text("#problem")).contains("件名を入れてください", "本文を入れてください");
        assertThat(desk.count("[aria-invalid=true]")).isEqualTo(2);
        desk.fill("件名", "防災訓練");
        desk.fill("本文", "日曜の10時です。\n公民館に来てください。");
        desk.fill("やさしい日本語の文（なくてもよい）", "にちようび、10じ。");
        desk.choose("送る相手", "TEAM-" + team);
        desk.press("見え方と人数を見る");
        assertThat(desk.page().locator(".bubble").allInnerTexts())
                .containsExactly("【防災訓練】\n日曜の10時です。\n公民館に来てください。", "（やさしい にほんご）\nにちようび、10じ。");
        assertThat(desk.text(".facts")).contains("2名", "LINEで届かない1名がいます", "2通");
        examine(desk, "announcement-write");
        desk.fill("ひな形の名前", "訓練");
        desk.press("ひな形として残す");
        assertThat(desk.note()).contains("ひな形「訓練」を残しました");
        desk.press("下書きを残して、次へ");
        assertThat(desk.note()).contains("まだ送られていません");
        examine(desk, "announcement-draft");
        String address = desk.page().url().replaceAll("&.*", "");

        desk.press("承認をお願いする");
        assertThat(desk.page().locator(".error").allInnerTexts()).contains("確かめたら、ここに印を付けてください。");
        desk.check("文と、送る相手と人数を確かめました");
        desk.press("承認をお願いする");
        assertThat(desk.main()).contains("承認をお願いしました", "承認待ち", "別の職員がします");
        assertThat(desk.button("承認して送る").count()).isZero();
        TOWN.settle();
        assertThat(readers.get(1).news()).isEmpty();

        second.open("");
        assertThat(second.text(".side")).as("on the first page").contains("承認を待っています");
        second.open("announcements");
        assertThat(second.main()).contains("承認を待っています", "高齢福祉課 田中");
        examine(second, "announcements-waiting-phone");
        second.follow("防災訓練");
        examine(second, "announcement-approve-phone");
        second.check("文と、送る相手と人数を確かめました");
        second.press("承認して送る");
        assertThat(second.main()).contains("承認しました");
        desk.page().clock().install();
        desk.page().navigate(address);
        assertThat(desk.text("#live")).containsAnyOf("送る日時を待っています", "送信中", "送りました");
        desk.link("お知らせの一覧へ").focus();
        TOWN.advanceMinutes(1);
        desk.page().clock().fastForward(20_000);
        desk.page()
                .locator("#live h2")
                .filter(new Locator.FilterOptions().setHasText("送りました・2名にお届け"))
                .waitFor();
        assertThat(desk.page().evaluate("document.activeElement.textContent")).isEqualTo("お知らせの一覧へ");
        desk.page().clock().resume();

        for (Person reader : readers.subList(1, 3)) {
            assertThat(reader.news()).extracting(ChatEntry::text).contains("【防災訓練】\n日曜の10時です。\n公民館に来てください。");
        }
        desk.page().navigate(address);
        assertThat(desk.main()).contains("送りました", "LINEにお届け", "LINEで届かない方", "1名", "承認しました（高齢福祉課 鈴木）", "送りおわりました");
        examine(desk, "announcement-result");
        desk.open("templates");
        examine(desk, "announcement-templates");
        desk.follow("これで書く 訓練");
        assertThat(desk.typed("件名")).isEqualTo("防災訓練");
        for (String path : List.of("write", "templates", "paper", address.replaceAll(".*/", ""))) {
            second.open(path);
            examine(second, "phone-" + path.replaceAll("\\?.*", ""));
        }
        assertThat(TOWN.records()
                        .column("select action from audit_entry where action like 'ANNOUNCEMENT%' order by id"))
                .contains("ANNOUNCEMENT_WRITTEN", "ANNOUNCEMENT_SUBMITTED", "ANNOUNCEMENT_APPROVED");
    }

    @Test
    void one_alone_at_night_sends_at_once_with_a_reason_that_everybody_reads_and_stops_it_again() {
        Readers north = Readers.of(TOWN, 2);
        List<Person> readers = north.people();
        String team = north.team();
        TOWN.line().faults().begin(Fault.of(FaultKind.RATE_LIMITED).onPath("/v2/bot/message/multicast"));
        desk.open("write");
        desk.fill("件名", "避難");
        desk.fill("本文", "高い所へ。");
        desk.choose("送る相手", "TEAM-" + team);
        desk.press("下書きを残して、次へ");
        assertThat(desk.button("承認なしで、すぐに送る").isVisible())
                .as("out of the way of whoever has time")
                .isFalse();
        desk.page().getByText("緊急のとき：一人で、すぐに送る").click();
        desk.press("承認なしで、すぐに送る");
        assertThat(desk.text("#problem")).contains("待てない理由を書いてください", "印を付けてください");
        desk.fill("待てない理由", "川があふれた");
        desk.check("文と相手を確かめました。承認なしで送ります");
        desk.press("承認なしで、すぐに送る");
        assertThat(desk.main()).contains("緊急のため、承認なしで送られました", "川があふれた");
        TOWN.advanceMinutes(1);
        desk.page().reload();
        assertThat(desk.text("#live")).contains("送信中・0名にお届け", "送っているところ");
        examine(desk, "announcement-sending");
        second.open("announcements");
        assertThat(second.main()).contains("緊急・承認なし");

        desk.press("送るのを止める");
        assertThat(desk.main()).contains("止めました");
        TOWN.line().faults().clear();
        TOWN.advanceHours(1);

        assertThat(readers).allSatisfy(reader -> assertThat(reader.news()).isEmpty());
        desk.page().reload();
        assertThat(desk.text("#live")).contains("止めました・0名にお届け", "送らなかった方");
    }

    @Test
    void what_is_for_a_team_that_has_ended_goes_to_nobody_says_so_and_is_never_for_everybody_instead() {
        String team = Readers.of(TOWN, 1).team();
        draft(
                "花見",
                team,
                DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm")
                        .format(TOWN.localNow().plusHours(2)));
        submit();
        second.page().navigate(desk.page().url());
        second.check("文と、送る相手と人数を確かめました");
        second.press("承認して送る");
        desk.open("ending?id=" + team);
        assertThat(desk.main()).contains("これから送るお知らせが1件");
        TOWN.records().change("update team set ended_at = created_at where id = " + team);
        TOWN.advanceHours(2);
        desk.open("announcements");
        assertThat(desk.main()).contains("送りませんでした", "終わったチームの方");
        desk.follow("花見");
        assertThat(desk.main()).contains("送る前に、送る相手のチームが終わっていました", "チームが終わっていたため");
        examine(desk, "announcement-unsent");

        desk.follow("これをもとに、新しく書く");
        assertThat(desk.typed("送る相手")).isEmpty();
        desk.press("下書きを残して、次へ");
        assertThat(desk.page().locator(".error").allInnerTexts()).contains("前に選ばれていたチームか地区は、もうありません。送る相手を選び直してください。");
        examine(desk, "announcement-choose-anew");
        String another = Readers.of(TOWN, 1).team();
        draft("月見", another, "");
        TOWN.records().change("update team set ended_at = created_at where id = " + another);
        submit();
        assertThat(desk.main()).contains("送る相手のチームは、もう終わっています", "だれにも送られません");
        examine(desk, "announcement-in-vain");
        editedWhileItsTeamEnds();
    }

    private static void editedWhileItsTeamEnds() {
        String team = Readers.of(TOWN, 1).team();
        draft("雪見", team, "");
        desk.follow("書き直す");
        desk.fill("本文", "雪の庭で。");
        TOWN.records().change("update team set ended_at = created_at where id = " + team);
        desk.press("下書きを残して、次へ");
        assertThat(desk.page().locator(".error").allInnerTexts()).contains("選べるものの中から、選びなおしてください。");
        assertThat(desk.typed("送る相手")).as("nothing in its place").isEmpty();
        assertThat(desk.typed("本文")).isEqualTo("雪の庭で。");
        desk.choose("送る相手", "EVERYONE");
        desk.press("下書きを残して、次へ");
        assertThat(desk.note()).contains("まだ送られていません");
    }

    private static void submit() {
        desk.check("文と、送る相手と人数を確かめました");
        desk.press("承認をお願いする");
    }

    private static void draft(String title, String team, String sendAt) {
        desk.open("write");
        desk.fill("件名", title);
        desk.fill("本文", "公民館の庭で。");
        desk.choose("送る相手", "TEAM-" + team);
        desk.fill("送る日時", sendAt);
        desk.press("下書きを残して、次へ");
    }

    @Test
    void paper_is_made_looked_at_downloaded_followed_and_withdrawn() throws Exception {
        String team = Readers.of(TOWN, 0).team();
        TOWN.records().change("update team set name = '𠮷野台 自治会' where id = " + team);
        desk.open("paper");
        assertThat(desk.main()).contains("みどり市見守りサービス", "𠮷野台 自治会", "まだありません");
        examine(desk, "paper-list");
        desk.follow("𠮷野台 自治会");
        desk.fill("招待が使える最後の日", "2026-01-01");
        desk.press("招待を作る");
        assertThat(desk.text(".error")).contains("今日から3年以内");
        assertThat(desk.typed("招待が使える最後の日")).isEqualTo("2026-01-01");
        LocalDate last = TOWN.localNow().toLocalDate().plusMonths(6);
        desk.fill("招待が使える最後の日", last.toString());
        desk.press("招待を作る");
        assertThat(desk.main())
                .contains("招待を作りました", "何人でも使えます", "「𠮷野台 自治会」の見守られる方として", "印刷できない文字があります", "「𠮷」は「〓」になります");
        for (String kind : List.of("三つ折りチラシ", "ポスター", "カード")) {
            desk.follow(kind);
            for (Locator image : desk.page().locator("figure img").all()) {
                image.scrollIntoViewIfNeeded();
                desk.page().waitForCondition(() -> (Integer) image.evaluate("image => image.naturalWidth") > 1_000);
            }
            examine(desk, "paper-" + kind);
        }
        APIResponse pdf = desk.page().request().get(TOWN.address() + "/admin/paper-pdf?team=" + team + "&kind=POSTER");
        assertThat(pdf.headers()).containsEntry("content-type", "application/pdf");
        assertThat(pdf.headers().get("content-disposition")).startsWith("attachment; filename*=UTF-8''");
        assertThat(new String(pdf.body(), 0, 5)).isEqualTo("%PDF-");
        assertThat(desk.page()
                        .request()
                        .get(TOWN.address() + "/admin/paper-qr?as=svg&team=" + team)
                        .text())
                .startsWith("<svg");
        String link = decoded(desk.page()
                .request()
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
        second.open("paper?team=" + team);
        examine(second, "paper-phone");
        desk.press("この招待を取り消す");
        assertThat(desk.text(".error")).contains("印を付けてください");
        desk.check("配った紙が使えなくなることを、確かめました");
        desk.press("この招待を取り消す");
        assertThat(desk.main()).contains("招待を取り消しました", "まだ、招待がありません");
        Person late = TOWN.person().follow().open(link);
        assertThat(late.offers("参加する")).isFalse();
        assertThat(desk.page()
                        .request()
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

    private static void examine(Desk shown, String name) {
        Chromium.keep(shown.page(), "outreach-" + name, true);
        StaffPages.passesAxe(shown.page(), name);
        assertThat((Boolean) shown.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing to scroll sideways on " + name)
                .isTrue();
    }
}
