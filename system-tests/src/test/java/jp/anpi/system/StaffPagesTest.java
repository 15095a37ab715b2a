package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every staff page: for everybody's eyes and hands, within the policy, and the ways between them. */
class StaffPagesTest {

    private static final Town TOWN = Town.shared();
    private static Desk desk;
    private static final List<String> COMPLAINTS = new ArrayList<>();

    @BeforeAll
    static void an_administrator() {
        desk = Desk.of(TOWN);
        desk.page().onConsoleMessage(StaffPagesTest::hear);
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
        String member = person.id();
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
            desk.open(path);
            StaffPages.passesAxe(desk.page(), path);
            Chromium.keepBoth(desk.page(), "staff-page-" + path.replaceAll("\\?.*", "-one"));
        }
        Desk door = Desk.door(TOWN);
        StaffPages.passesAxe(door.page(), "sign-in");
        Chromium.keepBoth(door.page(), "staff-page-sign-in");
        assertThat(COMPLAINTS).as("of the browser").isEmpty();
    }

    @Test
    void e21_trouble_of_the_service_stands_above_everything_else() {
        String row = "outage where kind = 'LINE' and ended_at is null";
        TOWN.records()
                .change("insert into outage (kind, organization_id, began_at)"
                        + " select 'LINE', id, created_at from organization order by id limit 1");
        desk.open("");
        String banner = desk.text(".banner");
        desk.keep("staff-today-outage");
        TOWN.records().change("delete from " + row);

        assertThat(banner).contains("LINEにつながりません", "電話をしてください");
        desk.open("");
        assertThat(desk.count(".banner")).isZero();
    }

    @Test
    void people_are_found_by_number_and_by_the_beginning_of_a_nickname() {
        Person person = TOWN.participant("14日毎", 8).type("ｽﾐﾚ100%").press("はい");
        String number = person.number();
        for (String typed : List.of(
                number, " " + number + " ", number.replace("-", ""), number.replace("-", "ー"), "ｽﾐﾚ100%", "すみれ１００")) {
            desk.open("people");
            desk.fill("登録番号、またはニックネームの初め", typed);
            desk.press("探す");
            assertThat(desk.count("tbody tr")).as(typed).isOne();
        }
        desk.follow(number);
        assertThat(desk.main()).contains(number, "ｽﾐﾚ100%", "14日毎", "利用中");
        assertThat(TOWN.records()
                        .count(
                                "select count(*) from audit_entry where action = 'LOOKED_AT_PERSON' and about = ?",
                                number))
                .isOne();
        search(number.substring(0, 3));
        assertThat(desk.text("tbody")).contains(number);
        Person daughter = person.watcher();
        String hers = daughter.number();
        search(hers);
        assertThat(desk.text(".empty")).contains(hers, "見守る方です", number);
        desk.keep("staff-search-watcher");
        for (String nothing : List.of("%", "％", "_", "' or 1=1 --", "9999-9")) {
            desk.open("people");
            desk.fill("登録番号、またはニックネームの初め", nothing);
            desk.press("探す");
            assertThat(desk.text(".empty")).as(nothing).contains("見つかりません");
        }
    }

    private static void search(String typed) {
        desk.open("people");
        desk.fill("登録番号、またはニックネームの初め", typed);
        desk.press("探す");
    }

    @Test
    void an_officer_is_added_signs_in_once_with_the_first_password_and_is_ended() {
        desk.open("staff");
        desk.fill("利用者ID", "sato");
        desk.press("加える");
        assertThat(desk.problem()).contains("表示する名前");
        assertThat(desk.typed("利用者ID")).isEqualTo("sato");
        desk.fill("表示する名前", "高齢福祉課 佐藤");
        desk.press("加える");
        String note = desk.note();
        String password = note.replaceAll("(?s).*パスワードは\\s([a-z2-9-]{19})\\sです.*", "$1");
        desk.keep("staff-added");

        Desk officer = Desk.door(TOWN).signIn("sato", password);
        assertThat(officer.page().title()).isEqualTo("パスワードの変更");

        desk.follow("変更 sato");
        desk.press("この人の利用を終える");
        assertThat(desk.note()).contains("利用を終えました");
        officer.page().reload();
        assertThat(officer.field("利用者ID").count()).as("the session has ended").isOne();
        desk.open("log?check=1");
        assertThat(desk.main()).contains("書きかえられたところは、ありません", "職員を加えた", "職員の利用を終えた");
    }
}
