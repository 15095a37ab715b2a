package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
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

/** One incident from the checklist over the colleague who takes it on to the paper for the police (E-12, R-101). */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IncidentWorkTest {

    private static final Town TOWN = Town.shared();

    /** A step without a call, as it stands on the page. */
    private static final String KEYS = "鍵を預かっている方に聞く";

    private static final String ALARM = "110番に通報した：異臭がする、窓や戸がこわれている";

    private static Desk desk;
    private static String incident;
    private static String fourthStep;

    @BeforeAll
    static void somebody_has_asked_for_help() {
        desk = Desk.of(TOWN);
        named("福祉課", "03-0000-0000");
        StaffPages.account(TOWN, "nakamura", "中村", "OFFICER", null);
        Person person = TOWN.participant("14日毎", TOWN.advanceToHalfPast());
        person.watcher();
        TOWN.advanceHours(1);
        person.press("連絡がほしい");
        TOWN.settle();
        incident = TOWN.records()
                .column("select id from incident where subject_id = cast(? as bigint)", person.id())
                .get(0);
    }

    @AfterAll
    static void the_organization_is_as_it_was() {
        named("", "");
        desk.open("protocol").fill("手順 4", fourthStep).fill("手順 10", "").press("保存する");
        assertThat(desk.main()).contains("保存しました");
    }

    private static void named(String name, String phone) {
        desk.open("organization");
        desk.fill("お問い合わせ先の名前", name).fill("お問い合わせ先の電話番号", phone).press("保存する");
        assertThat(desk.note()).contains("保存しました");
    }

    @Test
    @Order(1)
    void a_checklist_is_edited_used_and_kept_in_its_words() {
        desk.open("protocol");
        assertThat(desk.typed("手順 1")).contains("助けを求める声");
        fourthStep = desk.typed("手順 4");
        desk.fill("手順 4", "").fill("手順 10", KEYS).press("保存する");
        assertThat(desk.main()).contains("保存しました");
        desk.look("protocol");
        desk.open("incident?id=" + incident).press("印をつけた手順を残す");
        assertThat(desk.problem()).contains("済んだ手順に、印をつけてください");
        assertThat(desk.main()).contains("すぐに119番・110番", KEYS).doesNotContain("ご本人に電話する（時間をおいて2回）");
        desk.check(KEYS).check(ALARM).press("印をつけた手順を残す");
        assertThat(desk.main()).contains("記録しました", "110番に通報しました", "手順を済ませました");
        desk.look("incident-checklist");
        desk.page().getByText("まちがえてつけた印を取り消す").click();
        desk.field("取り消す印").selectOption(new SelectOption().setLabel(ALARM));
        desk.press("印を取り消す");
        assertThat(desk.problem()).contains("取り消す理由を書いてください");
        desk.fill("理由", "押しまちがい。通報していない。");
        desk.look("incident-tick-taken-back-asked");
        desk.press("印を取り消す");
        assertThat(desk.main()).contains("110番に通報しました", "110番に通報したという印を取り消しました", "押しまちがい。通報していない。");
        assertThat(desk.field(ALARM).isChecked()).isFalse();
        desk.look("incident-tick-taken-back");
        desk.check(ALARM).press("印をつけた手順を残す");
        assertThat(desk.field(ALARM).count()).as("ticked again").isZero();
    }

    @Test
    @Order(2)
    void of_two_who_tick_the_same_step_the_second_is_told_and_keeps_the_other_ticks_only() {
        String step = "見守る方、緊急連絡先に電話する";
        String other = "近所の方、管理会社に、ようすを聞く";
        Desk colleague = Desk.of(TOWN, "nakamura").open("incident?id=" + incident);
        colleague.fill(Desk.CALL_NOTE, "わたしも電話した").check(step).check(other);
        desk.open("incident?id=" + incident).check(step).press("印をつけた手順を残す");

        colleague.press("印をつけた手順を残す");
        assertThat(colleague.problem()).contains("ほかの方が記録しました");
        assertThat(colleague.field(step).count()).as("done by the first").isZero();
        assertThat(colleague.field(other).isChecked()).isTrue();
        assertThat(colleague.typed(Desk.CALL_NOTE)).isEqualTo("わたしも電話した");

        desk.page().getByText("まちがえてつけた印を取り消す").click();
        desk.field("取り消す印").selectOption(new SelectOption().setLabel(step));
        desk.fill("理由", "別の方への電話だった。").press("印を取り消す");
        assertThat(desk.main()).contains("印を取り消しました", "別の方への電話だった。");
        colleague.open("incident?id=" + incident);
        assertThat(colleague.field(step).isChecked())
                .as("theirs no more, also where it is taken back")
                .isFalse();
        colleague.press("印をつけた手順を残す");
        assertThat(colleague.field(other).count()).isZero();
        assertThat(TOWN.records()
                        .column(
                                "select s.user_name || ' ' || p.text from incident_entry e join staff s on s.id ="
                                        + " e.staff_id join protocol_step p on p.id = e.protocol_step_id where"
                                        + " e.incident_id = cast(? as bigint) and p.text in (?, ?) and"
                                        + " not starts_with(e.kind, 'TAKEN_BACK_') order by e.id",
                                incident,
                                step,
                                other))
                .as("each once, by whoever was first")
                .containsExactly("admin " + step, "nakamura " + other);
    }

    @Test
    @Order(3)
    void an_incident_is_handed_over_and_a_step_that_is_late_stands_first_on_the_first_page() {
        desk.open("incident?id=" + incident);
        desk.check("応答なし").fill("次にすること", "訪問する").choose("いつまでに", "PT30M").press("記録する");
        desk.press("引き継ぐ");
        assertThat(desk.problem()).contains("引き継ぐ相手を選んでください");
        desk.field("だれに").selectOption(new SelectOption().setLabel("中村（職員）"));
        desk.fill("伝えること", "鍵は管理会社です。").press("引き継ぐ");
        assertThat(desk.main()).contains("引き継ぎました", "システム管理者 から 中村 へ引き継ぎました", "鍵は管理会社です。");
        TOWN.advanceHours(1);
        desk.open("");
        assertThat(desk.page().locator("li.card.overdue").first().innerText())
                .contains("予定を過ぎています", "中村", "訪問する", "の予定を過ぎています");
        desk.keep("staff-today-overdue");
    }

    @Test
    @Order(4)
    void r101_the_timeline_is_printed_for_the_police_and_audited() throws Exception {
        desk.open("incident?id=" + incident).press("PDFを作る");
        assertThat(desk.problem()).contains("だれに、何のために渡すか");
        desk.fill("だれに、何のために", "みどり警察署、安否の確認のため");
        Download download = desk.page().waitForDownload(() -> desk.press("PDFを作る"));
        Path pdf = Path.of("target/screenshots/incident.pdf");
        download.saveAs(pdf);
        assertThat(download.suggestedFilename()).isEqualTo("incident-" + incident + ".pdf");
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            String text = new PDFTextStripper().getText(document).replace("\n", "");
            assertThat(text).contains("安否確認と対応の経過", "訪問する", "鍵は管理会社です。", "110番に通報しました", month());
            assertThat(text).contains("みどり警察署、安否の確認のため", "名前（手で書きます）", "福祉課");
            ImageIO.write(
                    new PDFRenderer(document).renderImageWithDPI(0, 80),
                    "png",
                    Path.of("target/screenshots/incident-pdf.png").toFile());
        }
        String printed = "incident " + incident + " ";
        assertThat(TOWN.records()
                        .column(
                                "select note from audit_entry where action = 'PRINTED_INCIDENT' and starts_with(note, ?)",
                                printed))
                .containsExactly(printed + "みどり警察署、安否の確認のため");
    }

    /** Such as 令和8年11月. */
    private static String month() {
        LocalDateTime now = TOWN.localNow();
        return "令和%d年%d月".formatted(now.getYear() - 2018, now.getMonthValue());
    }
}
