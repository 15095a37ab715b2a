package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Forms take what a Japanese keyboard writes, refuse what would harm, and offer nothing that is refused afterwards. */
class StaffFormsTest {

    private static final Town TOWN = Town.shared();
    private static Chromium chromium;
    private static Page page;

    @BeforeAll
    static void an_administrator() {
        chromium = Chromium.start();
        page = StaffPages.signIn(chromium.window(1280, 720), TOWN);
    }

    @Test
    void numbers_are_taken_in_full_width_and_a_desk_has_a_number_that_can_be_called() {
        open("organization");
        String days = page.getByLabel("招待が使える日数").inputValue();
        page.getByLabel("お問い合わせ先の名前").fill("高齢福祉課");
        page.getByLabel("お問い合わせ先の電話番号").fill("でんわ");
        press("保存する");
        assertThat(page.locator("#deskPhone-problem").innerText()).contains("市外局番から");
        Chromium.keep(page, "staff-desk-refused", false);
        page.getByLabel("お問い合わせ先の電話番号").fill("03−0000−1111（内線 23）");
        page.getByLabel("招待が使える日数").fill("\u3000１４");
        press("保存する");
        assertThat(page.locator(".note").innerText()).contains("保存しました");
        assertThat(TOWN.records().column("select invitation_days from organization where id = 1"))
                .containsExactly("14");
        page.getByLabel("お問い合わせ先の名前").fill("");
        page.getByLabel("お問い合わせ先の電話番号").fill("");
        page.getByLabel("招待が使える日数").fill(days);
        press("保存する");
        assertThat(page.locator(".note").innerText()).contains("保存しました");
    }

    /** E-21: a line of the log that looks like a failure hides one. */
    @Test
    void rules_are_looked_at_without_a_complaint_in_the_log() throws IOException {
        open("rules");
        page.locator("[id='rules:window']").fill("３");
        press("どうなるか見てみる");
        assertThat(page.locator("#window-problem").count()).isZero();
        assertThat(Files.readString(TOWN.product().logFile())).doesNotContain("Unable to create new Collection");
    }

    @Test
    void a_staff_account_is_corrected_by_others_and_its_districts_stand_in_the_list() {
        TOWN.records().column(place("梅地区"));
        String officer = StaffPages.account(TOWN, "kono", "OFFICER", "2026-12-31");
        open("staff?id=" + officer);
        page.locator("[id='account:name']").fill("河野 太一");
        page.locator("[id='account:lastDay']").fill("2001-01-01");
        press("保存する");
        assertThat(page.locator("[id='account:lastDay-error']").innerText()).contains("今日からあと");
        page.locator("[id='account:lastDay']").fill("2099-03-31");
        press("保存する");
        assertThat(page.locator(".note").innerText()).contains("変更しました");
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("kono"))
                        .innerText())
                .contains("河野 太一", "令和81年3月31日", "全員");

        page.getByLabel("選んだ地区とチームの方だけ").check();
        press("変更する");
        assertThat(page.locator(".problem").innerText()).contains("ひとつは選んで");
        page.getByLabel("梅地区", new Page.GetByLabelOptions().setExact(true)).check();
        press("変更する");
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("kono"))
                        .innerText())
                .contains("梅地区");
        assertThat(page.locator("main").innerText()).contains("役割ごとに、できること");
        StaffPages.look(page, "account");
        open("log");
        assertThat(page.locator("main").innerText()).contains("職員の名前か最後の日を変えた", "河野 太一, 2099-03-31");

        open("staff?id=1");
        assertThat(page.locator("main").innerText()).contains("ご自分では変えられません");
        assertThat(page.locator("[id='account:name']").count()).isZero();
    }

    @Test
    void of_two_administrators_the_second_sees_what_changed_of_an_account_and_loses_nothing_that_was_typed() {
        TOWN.records().column(place("桃地区"));
        String officer = StaffPages.account(TOWN, "futari", "OFFICER", null);
        open("staff?id=" + officer);
        Page other = page.context().newPage();
        other.navigate(page.url());
        Page third = page.context().newPage();
        third.navigate(page.url());
        page.locator("[id='account:name']").fill("二村 はな");
        press("保存する");
        assertThat(page.locator(".note").innerText()).contains("変更しました");

        other.locator("[id='account:name']").fill("二村 花子");
        other.locator("[id='account:lastDay']").fill("2099-03-31");
        StaffPages.pressOnly(other, "保存する");
        assertThat(other.locator(".problem").innerText())
                .contains("ほかの方がこの職員の登録を変えました", "二村 はな", "最後の日: なし", "見える範囲: 全員");
        assertThat(other.locator("[id='account:name']").inputValue()).isEqualTo("二村 花子");
        assertThat(other.locator("[id='account:lastDay']").inputValue()).isEqualTo("2099-03-31");
        StaffPages.look(other, "account-conflict");
        StaffPages.pressOnly(other, "保存する");
        assertThat(other.locator(".note").innerText()).contains("変更しました");

        third.getByLabel("選んだ地区とチームの方だけ").check();
        third.getByLabel("桃地区", new Page.GetByLabelOptions().setExact(true)).check();
        StaffPages.pressOnly(third, "変更する");
        assertThat(third.locator(".problem").innerText()).contains("二村 花子", "令和81年3月31日");
        assertThat(third.getByLabel("桃地区", new Page.GetByLabelOptions().setExact(true))
                        .isChecked())
                .isTrue();
        StaffPages.look(third, "reach-conflict");
        StaffPages.pressOnly(third, "変更する");
        assertThat(third.locator("tr", new Page.LocatorOptions().setHasText("futari"))
                        .innerText())
                .contains("二村 花子", "令和81年3月31日", "桃地区");
        other.close();
        third.close();
    }

    @Test
    void whoever_is_limited_is_offered_nothing_that_reaches_people_beyond() {
        String district = TOWN.records().column(place("内の区")).get(0);
        String beyond = TOWN.records().column(place("外の区")).get(0);
        Person inside = TOWN.participant("14日毎", TOWN.advanceToHalfPast());
        Person outside = TOWN.participant("14日毎", TOWN.advanceToHalfPast());
        String team = TOWN.records()
                .column("insert into team (organization_id, kind, name, district_id, created_at) select 1, 'AREA',"
                        + " '境の会', " + district + ", created_at from organization where id = 1 returning id")
                .get(0);
        for (Person one : new Person[] {inside, outside}) {
            TOWN.records()
                    .change("insert into team_membership (organization_id, team_id, member_id, role, joined_at)"
                            + " select 1, " + team
                            + ", id, 'PARTICIPANT', registered_at from member where line_user_id = '"
                            + one.phone().userId() + "'");
        }
        TOWN.records()
                .change("update member set district_id = " + beyond + " where line_user_id = '"
                        + outside.phone().userId() + "'");
        String officer = StaffPages.account(TOWN, "sakai", "OFFICER", null);
        TOWN.records().change("update staff set limited = true where id = " + officer);
        TOWN.records()
                .change("insert into staff_scope (staff_id, district_id) values (" + officer + ", " + district + ")");

        Page theirs =
                StaffPages.signIn(StaffPages.door(chromium.window(1280, 720), TOWN), "sakai", Town.STAFF_PASSWORD);
        theirs.navigate(TOWN.address() + "/admin/team?id=" + team);
        assertThat(theirs.locator("main").innerText())
                .contains("見守られる方 1名", "ほかにも、あなたの担当の範囲ではない方がいます", "範囲の限られていない職員に頼んで")
                .doesNotContain("決まりを変える\n", "協力団体に任せる\n", "このチームを終える", "地区なし");
        assertThat(theirs.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("決まりを変える"))
                        .count())
                .isZero();
        assertThat(theirs.getByLabel("見守る方", new Page.GetByLabelOptions().setExact(true))
                        .count())
                .isZero();
        StaffPages.look(theirs, "team-limited");
        StaffPages.press(theirs, "加える");
        assertThat(theirs.locator(".error").allInnerTexts()).contains("登録番号を入れてください。");
        theirs.navigate(TOWN.address() + "/admin/ending?id=" + team);
        assertThat(theirs.locator("main").innerText())
                .contains("範囲の限られていない職員に頼んで")
                .doesNotContain("2名");
        theirs.navigate(TOWN.address() + "/admin/policy?id=" + team);
        assertThat(theirs.locator("main").innerText()).doesNotContain("決まりをつくれます");
    }

    private static String place(String name) {
        return "insert into district (organization_id, name, created_at) select id, '" + name
                + "', created_at from organization where id = 1 returning id";
    }

    private static void open(String path) {
        page.navigate(TOWN.address() + "/admin/" + path);
    }

    private static void press(String label) {
        StaffPages.pressOnly(page, label);
    }
}
