package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every staff page: for everybody's eyes and hands, within the policy, and the ways between them. */
class StaffPagesTest {

    private static final Town TOWN = Town.shared();
    private static Chromium chromium;
    private static Page page;
    private static final List<String> COMPLAINTS = new ArrayList<>();

    @BeforeAll
    static void an_administrator() {
        chromium = Chromium.start();
        page = StaffPages.signIn(chromium.window(1280, 720), TOWN);
        page.onConsoleMessage(StaffPagesTest::hear);
    }

    private static void hear(ConsoleMessage message) {
        if (message.type().equals("error")) {
            COMPLAINTS.add(message.text());
        }
    }

    @Test
    void every_page_passes_axe_keeps_to_the_policy_and_fits_the_screen() {
        Person person =
                TOWN.participant("14日毎", TOWN.advanceToHalfPast()).type("さくら").press("はい");
        person.watcher();
        TOWN.advanceHours(1);
        person.press("連絡がほしい");
        TOWN.settle();
        String member = TOWN.records()
                .column(
                        "select id from member where line_user_id = ?",
                        person.phone().userId())
                .get(0);
        String incident = TOWN.records()
                .column("select id from incident where subject_id = cast(? as bigint)", member)
                .get(0);

        for (String path : List.of(
                "",
                "incident?id=" + incident,
                "people",
                "person?id=" + member,
                "staff",
                "staff?id=1",
                "log",
                "password")) {
            Response response = page.navigate(TOWN.address() + "/admin/" + path);
            assertThat(response.status()).as(path).isEqualTo(200);
            examine(page, path);
            Chromium.keepBoth(page, "staff-page-" + path.replaceAll("\\?.*", "-one"));
        }
        Page door = StaffPages.door(chromium.window(1280, 720), TOWN);
        examine(door, "sign-in");
        Chromium.keepBoth(door, "staff-page-sign-in");
        assertThat(COMPLAINTS).as("of the browser").isEmpty();
    }

    private static void examine(Page shown, String path) {
        assertThat(new AxeBuilder(shown).analyze().getViolations())
                .as("axe on " + path)
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .isEmpty();
    }

    @Test
    void e21_trouble_of_the_service_stands_above_everything_else() {
        String row = "outage where kind = 'LINE' and ended_at is null";
        TOWN.records()
                .change("insert into outage (kind, organization_id, began_at)"
                        + " select 'LINE', id, created_at from organization order by id limit 1");
        page.navigate(TOWN.address() + "/admin/");
        String banner = page.locator(".banner").innerText();
        Chromium.keep(page, "staff-today-outage", false);
        TOWN.records().change("delete from " + row);

        assertThat(banner).contains("LINEにつながりません", "電話をしてください");
        page.navigate(TOWN.address() + "/admin/");
        assertThat(page.locator(".banner").count()).isZero();
    }

    @Test
    void people_are_found_by_number_and_by_the_beginning_of_a_nickname() {
        Person person = TOWN.participant("14日毎", 8).type("ｽﾐﾚ100%").press("はい");
        String number = TOWN.records()
                .column(
                        "select number from member where line_user_id = ?",
                        person.phone().userId())
                .get(0);
        for (String typed : List.of(
                number, " " + number + " ", number.replace("-", ""), number.replace("-", "ー"), "ｽﾐﾚ100%", "すみれ１００")) {
            page.navigate(TOWN.address() + "/admin/people");
            page.getByLabel("登録番号、またはニックネームの初め").fill(typed);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("探す"))
                    .click();
            assertThat(page.locator("tbody tr").count()).as(typed).isOne();
        }
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(number))
                .click();
        assertThat(page.locator("main").innerText()).contains(number, "ｽﾐﾚ100%", "14日毎", "利用中");
        assertThat(TOWN.records()
                        .count(
                                "select count(*) from audit_entry where action = 'LOOKED_AT_PERSON' and about = ?",
                                number))
                .isOne();
        search(number.substring(0, 3));
        assertThat(page.locator("tbody").innerText()).contains(number);
        Person daughter = person.watcher();
        String hers = TOWN.records()
                .column(
                        "select number from member where line_user_id = ?",
                        daughter.phone().userId())
                .get(0);
        search(hers);
        assertThat(page.locator(".empty").innerText()).contains(hers, "見守る方です", number);
        Chromium.keep(page, "staff-search-watcher", false);
        for (String nothing : List.of("%", "％", "_", "' or 1=1 --", "9999-9")) {
            page.navigate(TOWN.address() + "/admin/people");
            page.getByLabel("登録番号、またはニックネームの初め").fill(nothing);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("探す"))
                    .click();
            assertThat(page.locator(".empty").innerText()).as(nothing).contains("見つかりません");
        }
    }

    private static void search(String typed) {
        page.navigate(TOWN.address() + "/admin/people");
        page.getByLabel("登録番号、またはニックネームの初め").fill(typed);
        press("探す");
    }

    @Test
    void an_officer_is_added_signs_in_once_with_the_first_password_and_is_ended() {
        page.navigate(TOWN.address() + "/admin/staff");
        page.getByLabel("利用者ID").fill("sato");
        press("加える");
        assertThat(page.locator(".problem").innerText()).contains("表示する名前");
        assertThat(page.getByLabel("利用者ID").inputValue()).isEqualTo("sato");
        page.getByLabel("表示する名前").fill("高齢福祉課 佐藤");
        press("加える");
        String note = page.locator(".note").innerText();
        String password = note.replaceAll("(?s).*パスワードは\\s([a-z2-9-]{19})\\sです.*", "$1");
        Chromium.keep(page, "staff-added", false);

        Page officer = StaffPages.signIn(StaffPages.door(chromium.window(1280, 720), TOWN), "sato", password);
        assertThat(officer.title()).isEqualTo("パスワードの変更");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("変更 sato"))
                .click();
        press("この人の利用を終える");
        assertThat(page.locator(".note").innerText()).contains("利用を終えました");
        officer.reload();
        assertThat(officer.getByLabel("利用者ID").count())
                .as("the session has ended")
                .isOne();
        page.navigate(TOWN.address() + "/admin/log?check=1");
        assertThat(page.locator("main").innerText()).contains("書きかえられたところは、ありません", "職員を加えた", "職員の利用を終えた");
    }

    private static void press(String label) {
        StaffPages.pressOnly(page, label);
    }
}
