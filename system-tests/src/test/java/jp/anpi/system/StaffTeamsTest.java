package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import jp.anpi.simulator.chat.ChatEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Districts, teams and a person's page, as staff use them, and what the phones show of it. */
class StaffTeamsTest {

    private static final Town TOWN = Town.shared();
    private static Chromium chromium;
    private static Page page;

    @BeforeAll
    static void an_administrator() {
        chromium = Chromium.start();
        page = StaffPages.signIn(chromium.window(1280, 720), TOWN);
    }

    @Test
    void a_commissioner_sees_the_district_that_was_given_and_reaches_nothing_beyond_by_address_or_form() {
        Person here = TOWN.participant("14日毎", TOWN.advanceToHalfPast());
        Person elsewhere = TOWN.participant("14日毎", TOWN.advanceToHalfPast());
        open("districts");
        page.getByLabel("地区の名前").fill(" ");
        press("加える");
        assertThat(page.locator(".problem").innerText()).contains("地区の名前を");
        page.getByLabel("地区の名前").fill("さくら地区");
        press("加える");
        look("districts");
        page.getByLabel("地区の名前").fill("さくら地区");
        press("加える");
        assertThat(page.locator(".problem").innerText()).contains("もうあります");
        assertThat(page.getByLabel("地区の名前").inputValue()).isEqualTo("さくら地区");

        open("teams");
        page.getByLabel("チームの名前").fill("さくら見守り隊");
        page.getByLabel("地区", exactly()).last().selectOption("さくら地区");
        page.getByLabel("団体の種類").selectOption("自治会・町会");
        page.getByLabel("団体の名前").fill("桜町会");
        press("つくる");
        assertThat(page.locator("main").innerText()).contains("チームをつくりました");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("チームにもどる"))
                .click();
        assertThat(page.locator("main").innerText())
                .contains("さくら見守り隊", "桜町会（自治会・町会）", "24時間後にもう一度おたずね", "27時間後に見守る方へお知らせ");
        String team = page.url().replaceAll(".*id=(\\d+).*", "$1");
        page.getByLabel("登録番号").fill(number(here));
        press("加える");
        assertThat(page.locator("main").innerText()).contains("チームに加えました", number(here));
        look("team");
        open("teams");
        look("teams");

        String commissioner = account("minsei", "COMMISSIONER", "2099-03-31");
        open("staff?id=" + commissioner);
        page.getByLabel("さくら地区", exactly()).check();
        press("変更する");
        assertThat(page.locator(".note").innerText()).contains("見える範囲を変えました");
        look("staff-reach");

        Page theirs =
                StaffPages.signIn(StaffPages.door(chromium.window(1280, 720), TOWN), "minsei", Town.STAFF_PASSWORD);
        theirs.navigate(TOWN.address() + "/admin/people");
        assertThat(theirs.locator("tbody tr").count()).isOne();
        assertThat(theirs.locator("tbody").innerText()).contains(number(here), "さくら地区");
        assertThat(visit(theirs, "person?id=" + id(here)).status()).isEqualTo(200);
        for (String path : List.of("person?id=" + id(elsewhere), "personal?id=" + id(elsewhere), "team?id=999999")) {
            assertThat(visit(theirs, path).status()).as(path).isEqualTo(404);
            assertThat(theirs.locator("main").innerText()).contains("見つかりません").doesNotContain(number(elsewhere));
        }
        for (String path : List.of("districts", "staff")) {
            assertThat(visit(theirs, path).status()).as(path).isEqualTo(403);
        }
        byForm(elsewhere, team);
    }

    /** A page that is open already, whose hidden field is turned to somebody else. */
    private void byForm(Person elsewhere, String team) {
        String officer = account("bu", "OFFICER", null);
        TOWN.records().change("update staff set limited = true where id = " + officer);
        TOWN.records().change("insert into staff_scope (staff_id, team_id) values (" + officer + ", " + team + ")");
        Page theirs = StaffPages.signIn(StaffPages.door(chromium.window(1280, 720), TOWN), "bu", Town.STAFF_PASSWORD);
        String own = TOWN.records()
                .column("select member_id from team_membership where team_id = cast(? as bigint)", team)
                .get(0);
        theirs.navigate(TOWN.address() + "/admin/person?id=" + own);
        theirs.evaluate(
                "id => document.querySelectorAll('input[name=id]').forEach(one => one.value = id)", id(elsewhere));
        theirs.getByLabel("最後の日").fill(TOWN.localNow().toLocalDate().plusDays(2).toString());
        theirs.getByLabel("理由").fill("旅行");
        press(theirs, "お休みにする");
        assertThat(theirs.locator("main").innerText()).contains("見つかりません");
        assertThat(TOWN.records().count("select count(*) from pause where reason = '旅行'"))
                .isZero();
    }

    @Test
    void e10_r027_staff_pause_invite_a_watcher_and_keep_personal_data_that_nobody_sees_by_accident() {
        Person mother = TOWN.participant("14日毎", TOWN.advanceToHalfPast());
        open("people?kind=NOBODY_TO_TELL&search=" + number(mother));
        assertThat(page.locator("main").innerText()).contains(number(mother), "見守る方を招待する");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(number(mother)))
                .click();
        press("招待をつくる");
        String link = page.locator(".secret").innerText();
        assertThat(page.locator(".drawn svg").boundingBox().width).isGreaterThan(100);
        look("watcher-invitation");
        Person daughter = TOWN.person();
        daughter.follow();
        daughter.acceptAsWatcher(link);
        TOWN.settle();
        assertThat(text(mother.news())).contains(number(daughter));
        open("people?kind=NOBODY_TO_TELL&search=" + number(mother));
        assertThat(page.locator(".empty").innerText()).contains("見つかりません");

        open("person?id=" + id(mother));
        look("person");
        page.getByLabel("最後の日").fill(TOWN.localNow().toLocalDate().plusDays(3).toString());
        press("お休みにする");
        assertThat(page.locator(".problem").innerText()).contains("理由を入れてください");
        page.getByLabel("理由").fill("入院");
        press("お休みにする");
        assertThat(page.locator("main").innerText()).contains("お休みにしました", "入院", "職員", "までお休み");
        TOWN.settle();
        assertThat(text(mother.news())).contains("窓口の職員が", "次は、");
        open("people?search=" + number(mother));
        assertThat(page.locator("tbody").innerText()).as("in lists too").contains("までお休み");
        open("person?id=" + id(mother));
        press("いまのお休みを終える");
        assertThat(page.locator("main").innerText()).contains("お休みを終えました", "早く終了");
        personalData(mother);
    }

    private void personalData(Person mother) {
        open("personal?id=" + id(mother));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("登録する"))
                .click();
        assertThat(page.locator(".empty").innerText()).contains("「保存する」を押してください");
        page.getByLabel("名前", exactly()).fill("髙橋 花子");
        page.getByLabel("ふりがな", exactly()).fill("たかはし 花子");
        page.getByLabel("電話番号").fill("03-1234-5678");
        page.getByLabel("同意をいただいた日")
                .fill(TOWN.localNow().toLocalDate().plusDays(1).toString());
        press("保存する");
        assertThat(page.locator(".problem").innerText()).contains("同意をいただいた日を、今日までの");
        page.getByLabel("同意をいただいた日").fill(TOWN.localNow().toLocalDate().toString());
        press("保存する");
        assertThat(page.locator(".problem").innerText()).contains("ひらがなかカタカナ");
        assertThat(page.getByLabel("名前", exactly()).inputValue()).isEqualTo("髙橋 花子");
        page.getByLabel("ふりがな", exactly()).fill("たかはし\u3000はなこ");
        look("personal-form");
        press("保存する");
        assertThat(page.locator("main").innerText())
                .contains("保存しました", "●●●●", "ご本人が同意")
                .doesNotContain("髙橋", "1234");
        String looks = "select count(*) from audit_entry where action = 'PERSONAL_DATA_SEEN' and about = ?";
        assertThat(TOWN.records().count(looks, number(mother))).isZero();
        press("表示する");
        assertThat(page.locator("main").innerText()).contains("髙橋 花子", "03-1234-5678");
        assertThat(TOWN.records().count(looks, number(mother))).isOne();
        look("personal");
        for (String typed : List.of("タカハシ", "ﾊﾅｺ", "たかはしはなこ", "０３（１２３４）５６７８")) {
            open("people");
            page.getByLabel("登録番号、").fill(typed);
            press("探す");
            assertThat(page.locator("main").innerText()).as(typed).contains(number(mother));
        }
        assertThat(TOWN.records().column("select note from audit_entry where action = 'PERSONAL_DATA_SEARCHED'"))
                .as("that somebody was found, not what was typed")
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(note -> note.matches("\\d+"));
        assertThat(TOWN.records().column("select encode(sealed, 'escape') from personal_data"))
                .noneMatch(value -> value.contains("1234"));
        open("personal?edit=1&id=" + id(mother));
        TOWN.records().change("update personal_data set recorded_at = recorded_at + interval '1 second'");
        press("保存する");
        assertThat(page.locator(".problem").innerText()).contains("ほかの職員が");
        assertThat(page.getByLabel("名前", exactly()).inputValue()).isEqualTo("髙橋 花子");
        press("保存する");
        assertThat(page.locator("main").innerText()).as("knowingly").contains("保存しました");
        open("personal?edit=1&id=" + id(mother));
        press("すべて消す");
        assertThat(page.locator("main").innerText()).contains("個人情報をすべて消しました", "登録されていません");
        assertThat(TOWN.records().count("select count(*) from personal_data")).isZero();
    }

    @Test
    void r027_whom_staff_put_into_a_team_reads_so_on_both_sides_of_the_watching() {
        Person watcher = TOWN.person().registerAsWatcher();
        Person first = TOWN.participant("14日毎", TOWN.advanceToHalfPast());
        Person second = TOWN.participant("14日毎", TOWN.advanceToHalfPast());
        open("teams");
        page.getByLabel("チームの名前").fill("つばき見守り隊");
        press("つくる");
        put(first, "見守られる方");
        put(watcher, "見守る方");
        // What is sent in one moment overtakes each other.
        TOWN.settle();
        put(second, "見守られる方");
        TOWN.settle();

        assertThat(first.news()).singleElement().satisfies(news -> assertThat(news.text())
                .contains(number(watcher), "あなたの見守りを始めました"));
        List<ChatEntry> ofWatcher = watcher.news();
        assertThat(ofWatcher).hasSize(2);
        assertThat(ofWatcher.get(0).text()).contains("職員が、あなたを「見守る方」に", number(first), "やめるときも");
        assertThat(ofWatcher.get(0).labels()).containsExactly("マイページ");
        assertThat(ofWatcher.get(1).text()).contains(number(second), "見守りが始まりました");
        assertThat(second.news()).singleElement().satisfies(news -> assertThat(news.text())
                .contains("職員が、あなたを見守る方を", number(watcher), "終わりにするときも"));
    }

    private static void put(Person person, String as) {
        page.getByLabel("登録番号").fill(number(person));
        page.getByLabel(as, exactly()).check();
        press("加える");
        assertThat(page.locator("main").innerText()).contains("チームに加えました");
    }

    @Test
    void nothing_is_sent_to_the_phone_of_somebody_who_has_died_until_staff_take_it_back() {
        TOWN.advanceToNext(7, 0);
        Person mother = TOWN.participant("毎日", 8);
        Person daughter = mother.watcher();
        TOWN.advanceToNext(8, 0);
        TOWN.advance(Duration.ofHours(27));
        assertThat(daughter.news()).anyMatch(Person::isAlert);
        mother.readAll();
        staffFindDead(mother);

        String news = text(daughter.news());
        assertThat(news).contains(number(mother), "職員から、直接ご連絡します").doesNotContain("亡", "死", "ご無事", "警察");
        TOWN.advance(Duration.ofDays(3));
        assertThat(mother.news()).isEmpty();
        assertThat(daughter.news()).isEmpty();
        open("person?id=" + id(mother));
        assertThat(page.locator("main").innerText()).contains("亡くなったことを", "この方の電話には、もう何も送りません");
        look("person-died");

        press("この記録を取り消す");
        assertThat(page.locator("main").innerText()).contains("記録を取り消しました");
        TOWN.settle();
        assertThat(text(daughter.news())).contains("また始めました");
        assertThat(mother.news()).as("at once: her question was let go").anyMatch(Person::isQuestion);
        mother.press("OK");
        TOWN.settle();
        mother.readAll();
        TOWN.advanceToNext(8, 0);
        assertThat(mother.news()).filteredOn(Person::isQuestion).hasSize(1);
        mother.press("OK");
    }

    @Test
    void staff_are_told_once_when_the_phone_of_somebody_noted_as_dead_answers_and_nobody_else_is() {
        TOWN.advanceToNext(7, 0);
        Person mother = TOWN.participant("毎日", 8);
        Person daughter = mother.watcher();
        TOWN.advanceToNext(8, 0);
        TOWN.advance(Duration.ofHours(27));
        staffFindDead(mother);
        mother.readAll();
        daughter.readAll();

        mother.press("OK");
        mother.press("OK");
        TOWN.settle();
        assertThat(daughter.news()).isEmpty();
        assertThat(TOWN.records()
                        .count("select count(*) from incident where cause = 'HEARD_AFTER_DEATH' and closed_at is null"))
                .isEqualTo(1);
        open("");
        assertThat(page.locator("main").innerText()).contains("死亡の記録のあとにOK", number(mother));
        look("heard-after-death-today");
        open("incident?id=" + openIncident(mother));
        look("heard-after-death");

        open("person?id=" + id(mother));
        press("この記録を取り消す");
        TOWN.settle();
        assertThat(text(daughter.news())).contains("また始めました");
        assertThat(mother.news())
                .as("who has just answered waits for the regular time")
                .noneMatch(Person::isQuestion);
        assertThat(TOWN.records().column("select outcome from incident where cause = 'HEARD_AFTER_DEATH'"))
                .containsExactly("DEATH_TAKEN_BACK");
        TOWN.advanceToNext(8, 0);
        assertThat(mother.news()).anyMatch(Person::isQuestion);
        mother.press("OK");
    }

    /** Closes the open incident about this person with the news of their death. */
    private static void staffFindDead(Person person) {
        open("incident?id=" + openIncident(person));
        page.getByLabel("結果", exactly()).last().selectOption("DECEASED_FOUND");
        page.getByLabel("どのように確かめたか").fill("警察と一緒に訪問した。");
        press("終結する");
        assertThat(page.locator("main").innerText())
                .as("a second question comes first")
                .contains("まだ何も送っていません", "おたずねを止めます", "取り消せます");
        assertThat(page.getByLabel("死亡を確かめました").isChecked()).isFalse();
        StaffPages.look(page, "closing-death");
        press("死亡発見として終結する");
        assertThat(openIncident(person)).as("without the tick it stays open").isNotBlank();
        page.getByLabel("死亡を確かめました").check();
        press("死亡発見として終結する");
        assertThat(page.locator("main").innerText())
                .contains("対応を終え、おたずねを止めました", "この記録を取り消す", "死亡発見", "「この方のこれまで」から取り消せます");
        TOWN.settle();
    }

    private static String openIncident(Person person) {
        return TOWN.records()
                .column(
                        "select id from incident where closed_at is null and subject_id = cast(? as bigint)",
                        id(person))
                .get(0);
    }

    private static void open(String path) {
        page.navigate(TOWN.address() + "/admin/" + path);
    }

    private static Response visit(Page by, String path) {
        return by.navigate(TOWN.address() + "/admin/" + path);
    }

    private static void press(String label) {
        press(page, label);
    }

    private static void press(Page by, String label) {
        StaffPages.press(by, label);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static String text(List<ChatEntry> news) {
        return String.join("\n", news.stream().map(ChatEntry::text).toList());
    }

    private static String id(Person person) {
        return one("select id from member where line_user_id = ?", person);
    }

    private static String number(Person person) {
        return one("select number from member where line_user_id = ?", person);
    }

    private static String one(String sql, Person person) {
        return TOWN.records().column(sql, person.phone().userId()).get(0);
    }

    /** Its id. */
    private static String account(String user, String role, String lastDay) {
        return StaffPages.account(TOWN, user, role, lastDay);
    }

    private static void look(String name) {
        StaffPages.look(page, name);
    }
}
