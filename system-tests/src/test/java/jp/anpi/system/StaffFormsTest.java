package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Forms take what a Japanese keyboard writes, refuse what would harm, and offer nothing that is refused afterwards. */
class StaffFormsTest {

    private static final Town TOWN = Town.shared();
    private static Desk desk;

    @BeforeAll
    static void an_administrator() {
        desk = Desk.of(TOWN);
    }

    @Test
    void numbers_are_taken_in_full_width_and_a_desk_has_a_number_that_can_be_called() {
        desk.open("organization");
        String days = desk.typed("招待が使える日数");
        desk.fill("お問い合わせ先の名前", "高齢福祉課");
        desk.fill("お問い合わせ先の電話番号", "でんわ");
        desk.press("保存する");
        assertThat(desk.text("#deskPhone-problem")).contains("市外局番から");
        desk.keep("staff-desk-refused");
        desk.fill("お問い合わせ先の電話番号", "03−0000−1111（内線 23）");
        desk.fill("招待が使える日数", "\u3000１４");
        desk.press("保存する");
        assertThat(desk.note()).contains("保存しました");
        assertThat(TOWN.records().column("select invitation_days from organization where id = 1"))
                .containsExactly("14");
        desk.fill("お問い合わせ先の名前", "");
        desk.fill("お問い合わせ先の電話番号", "");
        desk.fill("招待が使える日数", days);
        desk.press("保存する");
        assertThat(desk.note()).contains("保存しました");
    }

    /** E-21: a line of the log that looks like a failure hides one. */
    @Test
    void rules_are_looked_at_without_a_complaint_in_the_log() throws IOException {
        desk.open("rules");
        desk.page().locator("[id='rules:window']").fill("３");
        desk.press("どうなるか見てみる");
        assertThat(desk.count("#window-problem")).isZero();
        assertThat(Files.readString(TOWN.product().logFile())).doesNotContain("Unable to create new Collection");
    }

    @Test
    void a_staff_account_is_corrected_by_others_and_its_districts_stand_in_the_list() {
        TOWN.records().column(place("梅地区"));
        String officer = StaffPages.account(TOWN, "kono", "OFFICER", "2026-12-31");
        desk.open("staff?id=" + officer);
        desk.page().locator("[id='account:name']").fill("河野 太一");
        desk.page().locator("[id='account:lastDay']").fill("2001-01-01");
        desk.press("保存する");
        assertThat(desk.text("[id='account:lastDay-error']")).contains("今日からあと");
        desk.page().locator("[id='account:lastDay']").fill("2099-03-31");
        desk.press("保存する");
        assertThat(desk.note()).contains("変更しました");
        assertThat(desk.page()
                        .locator("tr", new Page.LocatorOptions().setHasText("kono"))
                        .innerText())
                .contains("河野 太一", "令和81年3月31日", "全員");

        desk.check("選んだ地区とチームの方だけ");
        desk.press("変更する");
        assertThat(desk.problem()).contains("ひとつは選んで");
        desk.check("梅地区");
        desk.press("変更する");
        assertThat(desk.page()
                        .locator("tr", new Page.LocatorOptions().setHasText("kono"))
                        .innerText())
                .contains("梅地区");
        assertThat(desk.main()).contains("役割ごとに、できること");
        desk.look("account");
        desk.open("log");
        assertThat(desk.main()).contains("職員の名前か最後の日を変えた", "河野 太一, 2099-03-31");

        desk.open("staff?id=1");
        assertThat(desk.main()).contains("ご自分では変えられません");
        assertThat(desk.count("[id='account:name']")).isZero();
    }

    @Test
    void of_two_administrators_the_second_sees_what_changed_of_an_account_and_loses_nothing_that_was_typed() {
        TOWN.records().column(place("桃地区"));
        String officer = StaffPages.account(TOWN, "futari", "OFFICER", null);
        desk.open("staff?id=" + officer);
        Desk other = desk.beside().open("staff?id=" + officer);
        Desk third = desk.beside().open("staff?id=" + officer);
        desk.page().locator("[id='account:name']").fill("二村 はな");
        desk.press("保存する");
        assertThat(desk.note()).contains("変更しました");

        other.page().locator("[id='account:name']").fill("二村 花子");
        other.page().locator("[id='account:lastDay']").fill("2099-03-31");
        other.press("保存する");
        assertThat(other.problem()).contains("ほかの方がこの職員の登録を変えました", "二村 はな", "最後の日: なし", "見える範囲: 全員");
        assertThat(other.page().locator("[id='account:name']").inputValue()).isEqualTo("二村 花子");
        assertThat(other.page().locator("[id='account:lastDay']").inputValue()).isEqualTo("2099-03-31");
        other.look("account-conflict");
        other.press("保存する");
        assertThat(other.note()).contains("変更しました");

        third.check("選んだ地区とチームの方だけ").check("桃地区").press("変更する");
        assertThat(third.problem()).contains("二村 花子", "令和81年3月31日");
        assertThat(third.field("桃地区").isChecked()).isTrue();
        third.look("reach-conflict");
        third.press("変更する");
        assertThat(third.page()
                        .locator("tr", new Page.LocatorOptions().setHasText("futari"))
                        .innerText())
                .contains("二村 花子", "令和81年3月31日", "桃地区");
        other.page().close();
        third.page().close();
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

        Desk theirs = Desk.of(TOWN, "sakai");
        theirs.open("team?id=" + team);
        assertThat(theirs.main())
                .contains("見守られる方 1名", "ほかにも、あなたの担当の範囲ではない方がいます", "範囲の限られていない職員に頼んで")
                .doesNotContain("決まりを変える\n", "協力団体に任せる\n", "このチームを終える", "地区なし");
        assertThat(theirs.link("決まりを変える").count()).isZero();
        assertThat(theirs.field("見守る方").count()).isZero();
        theirs.look("team-limited");
        theirs.pressLast("加える");
        assertThat(theirs.page().locator(".error").allInnerTexts()).contains("登録番号を入れてください。");
        theirs.open("ending?id=" + team);
        assertThat(theirs.main()).contains("範囲の限られていない職員に頼んで").doesNotContain("2名");
        theirs.open("policy?id=" + team);
        assertThat(theirs.main()).doesNotContain("決まりをつくれます");
    }

    private static String place(String name) {
        return "insert into district (organization_id, name, created_at) select id, '" + name
                + "', created_at from organization where id = 1 returning id";
    }
}
