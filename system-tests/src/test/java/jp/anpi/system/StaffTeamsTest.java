package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import jp.anpi.simulator.chat.ChatEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Districts, teams and a person's page, as staff use them, and what the phones show of it. */
class StaffTeamsTest {

    private static final Town TOWN = Town.shared();
    private static Desk desk;

    @BeforeAll
    static void an_administrator() {
        desk = Desk.of(TOWN);
    }

    @Test
    void a_commissioner_sees_the_district_that_was_given_and_reaches_nothing_beyond_by_address_or_form() {
        Person here = TOWN.participant("14日毎", TOWN.advanceToHalfPast());
        Person elsewhere = TOWN.participant("14日毎", TOWN.advanceToHalfPast());
        desk.open("districts");
        desk.fill("地区の名前", " ");
        desk.pressLast("加える");
        assertThat(desk.problem()).contains("地区の名前を");
        desk.fill("地区の名前", "さくら地区");
        desk.pressLast("加える");
        desk.look("districts");
        desk.fill("地区の名前", "さくら地区");
        desk.pressLast("加える");
        assertThat(desk.problem()).contains("もうあります");
        assertThat(desk.typed("地区の名前")).isEqualTo("さくら地区");

        desk.open("teams");
        desk.fill("チームの名前", "さくら見守り隊");
        desk.field("地区").last().selectOption("さくら地区");
        desk.choose("団体の種類", "自治会・町会");
        desk.fill("団体の名前（あれば）", "桜町会");
        desk.pressLast("つくる");
        assertThat(desk.main()).contains("チームをつくりました");
        desk.follow("チームにもどる");
        assertThat(desk.main()).contains("さくら見守り隊", "桜町会（自治会・町会）", "24時間後にもう一度おたずね", "27時間後に見守る方へお知らせ");
        String team = desk.page().url().replaceAll(".*id=(\\d+).*", "$1");
        desk.fill("登録番号", here.number());
        desk.pressLast("加える");
        assertThat(desk.main()).contains("チームに加えました", here.number());
        desk.look("team");
        desk.open("teams");
        desk.look("teams");

        String commissioner = StaffPages.account(TOWN, "minsei", "COMMISSIONER", "2099-03-31");
        desk.open("staff?id=" + commissioner);
        desk.check("さくら地区");
        desk.pressLast("変更する");
        assertThat(desk.note()).contains("見える範囲を変えました");
        desk.look("staff-reach");

        Desk theirs = Desk.of(TOWN, "minsei");
        theirs.open("people");
        assertThat(theirs.count("tbody tr")).isOne();
        assertThat(theirs.text("tbody")).contains(here.number(), "さくら地区");
        assertThat(theirs.visit("person?id=" + here.id()).status()).isEqualTo(200);
        for (String path : List.of("person?id=" + elsewhere.id(), "personal?id=" + elsewhere.id(), "team?id=999999")) {
            assertThat(theirs.visit(path).status()).as(path).isEqualTo(404);
            assertThat(theirs.main()).contains("見つかりません").doesNotContain(elsewhere.number());
        }
        for (String path : List.of("districts", "staff")) {
            assertThat(theirs.visit(path).status()).as(path).isEqualTo(403);
        }
        byForm(elsewhere, team);
    }

    /** A page that is open already, whose hidden field is turned to somebody else. */
    private void byForm(Person elsewhere, String team) {
        String officer = StaffPages.account(TOWN, "bu", "OFFICER", null);
        TOWN.records().change("update staff set limited = true where id = " + officer);
        TOWN.records().change("insert into staff_scope (staff_id, team_id) values (" + officer + ", " + team + ")");
        Desk theirs = Desk.of(TOWN, "bu");
        String own = TOWN.records()
                .column("select member_id from team_membership where team_id = cast(? as bigint)", team)
                .get(0);
        theirs.open("person?id=" + own);
        theirs.page()
                .evaluate(
                        "id => document.querySelectorAll('input[name=id]').forEach(one => one.value = id)",
                        elsewhere.id());
        theirs.fill("最後の日", TOWN.localNow().toLocalDate().plusDays(2).toString());
        theirs.fill("理由", "旅行");
        theirs.pressLast("お休みにする");
        assertThat(theirs.main()).contains("見つかりません");
        assertThat(TOWN.records().count("select count(*) from pause where reason = '旅行'"))
                .isZero();
    }

    @Test
    void e10_r027_staff_pause_invite_a_watcher_and_keep_personal_data_that_nobody_sees_by_accident() {
        Person mother = TOWN.participant("14日毎", TOWN.advanceToHalfPast());
        desk.open("people?kind=NOBODY_TO_TELL&search=" + mother.number());
        assertThat(desk.main()).contains(mother.number(), "見守る方を招待する");
        desk.follow(mother.number());
        desk.pressLast("招待をつくる");
        String link = desk.text(".secret");
        assertThat(desk.page().locator(".drawn svg").boundingBox().width).isGreaterThan(100);
        desk.look("watcher-invitation");
        Person daughter = TOWN.person();
        daughter.follow();
        daughter.acceptAsWatcher(link);
        TOWN.settle();
        assertThat(text(mother.news())).contains(daughter.number());
        desk.open("people?kind=NOBODY_TO_TELL&search=" + mother.number());
        assertThat(desk.text(".empty")).contains("見つかりません");

        desk.open("person?id=" + mother.id());
        desk.look("person");
        desk.fill("最後の日", TOWN.localNow().toLocalDate().plusDays(3).toString());
        desk.pressLast("お休みにする");
        assertThat(desk.problem()).contains("理由を入れてください");
        desk.fill("理由", "入院");
        desk.pressLast("お休みにする");
        assertThat(desk.main()).contains("お休みにしました", "入院", "職員", "までお休み");
        TOWN.settle();
        assertThat(text(mother.news())).contains("窓口の職員が", "次は、");
        desk.open("people?search=" + mother.number());
        assertThat(desk.text("tbody")).as("in lists too").contains("までお休み");
        desk.open("person?id=" + mother.id());
        desk.pressLast("いまのお休みを終える");
        assertThat(desk.main()).contains("お休みを終えました", "早く終了");
        personalData(mother);
    }

    private void personalData(Person mother) {
        desk.open("personal?id=" + mother.id());
        desk.follow("登録する");
        assertThat(desk.text(".empty")).contains("「保存する」を押してください");
        desk.fill("名前", "髙橋 花子");
        desk.fill("ふりがな", "たかはし 花子");
        desk.fill("電話番号", "03-1234-5678");
        desk.fill("同意をいただいた日", TOWN.localNow().toLocalDate().plusDays(1).toString());
        desk.pressLast("保存する");
        assertThat(desk.problem()).contains("同意をいただいた日を、今日までの");
        desk.fill("同意をいただいた日", TOWN.localNow().toLocalDate().toString());
        desk.pressLast("保存する");
        assertThat(desk.problem()).contains("ひらがなかカタカナ");
        assertThat(desk.typed("名前")).isEqualTo("髙橋 花子");
        desk.fill("ふりがな", "たかはし\u3000はなこ");
        desk.look("personal-form");
        desk.pressLast("保存する");
        assertThat(desk.main()).contains("保存しました", "●●●●", "ご本人が同意").doesNotContain("髙橋", "1234");
        String looks = "select count(*) from audit_entry where action = 'PERSONAL_DATA_SEEN' and about = ?";
        assertThat(TOWN.records().count(looks, mother.number())).isZero();
        desk.pressLast("表示する");
        assertThat(desk.main()).contains("髙橋 花子", "03-1234-5678");
        assertThat(TOWN.records().count(looks, mother.number())).isOne();
        desk.look("personal");
        for (String typed : List.of("タカハシ", "ﾊﾅｺ", "たかはしはなこ", "０３（１２３４）５６７８")) {
            desk.open("people");
            desk.fill("登録番号、またはニックネームの初め", typed);
            desk.pressLast("探す");
            assertThat(desk.main()).as(typed).contains(mother.number());
        }
        assertThat(TOWN.records().column("select note from audit_entry where action = 'PERSONAL_DATA_SEARCHED'"))
                .as("that somebody was found, not what was typed")
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(note -> note.matches("\\d+"));
        assertThat(TOWN.records().column("select encode(sealed, 'escape') from personal_data"))
                .noneMatch(value -> value.contains("1234"));
        desk.open("personal?edit=1&id=" + mother.id());
        TOWN.records().change("update personal_data set recorded_at = recorded_at + interval '1 second'");
        desk.pressLast("保存する");
        assertThat(desk.problem()).contains("ほかの職員が");
        assertThat(desk.typed("名前")).isEqualTo("髙橋 花子");
        desk.pressLast("保存する");
        assertThat(desk.main()).as("knowingly").contains("保存しました");
        desk.open("personal?edit=1&id=" + mother.id());
        desk.pressLast("すべて消す");
        assertThat(desk.main()).contains("個人情報をすべて消しました", "登録されていません");
        assertThat(TOWN.records().count("select count(*) from personal_data")).isZero();
    }

    @Test
    void r027_whom_staff_put_into_a_team_reads_so_on_both_sides_of_the_watching() {
        Person watcher = TOWN.person().registerAsWatcher();
        Person first = TOWN.participant("14日毎", TOWN.advanceToHalfPast());
        Person second = TOWN.participant("14日毎", TOWN.advanceToHalfPast());
        desk.open("teams");
        desk.fill("チームの名前", "つばき見守り隊");
        desk.pressLast("つくる");
        put(first, "見守られる方");
        put(watcher, "見守る方");
        // What is sent in one moment overtakes each other.
        TOWN.settle();
        put(second, "見守られる方");
        TOWN.settle();

        assertThat(first.news()).singleElement().satisfies(news -> assertThat(news.text())
                .contains(watcher.number(), "あなたの見守りを始めました"));
        List<ChatEntry> ofWatcher = watcher.news();
        assertThat(ofWatcher).hasSize(2);
        assertThat(ofWatcher.get(0).text()).contains("職員が、あなたを「見守る方」に", first.number(), "やめるときも");
        assertThat(ofWatcher.get(0).labels()).containsExactly("マイページ");
        assertThat(ofWatcher.get(1).text()).contains(second.number(), "見守りが始まりました");
        assertThat(second.news()).singleElement().satisfies(news -> assertThat(news.text())
                .contains("職員が、あなたを見守る方を", watcher.number(), "終わりにするときも"));
    }

    private static void put(Person person, String as) {
        desk.fill("登録番号", person.number());
        desk.check(as);
        desk.pressLast("加える");
        assertThat(desk.main()).contains("チームに加えました");
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
        assertThat(news).contains(mother.number(), "職員から、直接ご連絡します").doesNotContain("亡", "死", "ご無事", "警察");
        TOWN.advance(Duration.ofDays(3));
        assertThat(mother.news()).isEmpty();
        assertThat(daughter.news()).isEmpty();
        desk.open("person?id=" + mother.id());
        assertThat(desk.main()).contains("亡くなったことを", "この方の電話には、もう何も送りません");
        desk.look("person-died");

        desk.pressLast("この記録を取り消す");
        assertThat(desk.main()).contains("記録を取り消しました");
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
        desk.open("");
        assertThat(desk.main()).contains("死亡の記録のあとにOK", mother.number());
        desk.look("heard-after-death-today");
        desk.open("incident?id=" + openIncident(mother));
        desk.look("heard-after-death");

        desk.open("person?id=" + mother.id());
        desk.pressLast("この記録を取り消す");
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
        desk.open("incident?id=" + openIncident(person));
        desk.field("結果").last().selectOption("DECEASED_FOUND");
        desk.fill("どのように確かめたか", "警察と一緒に訪問した。");
        desk.pressLast("終結する");
        assertThat(desk.main()).as("a second question comes first").contains("まだ何も送っていません", "おたずねを止めます", "取り消せます");
        assertThat(desk.field("死亡を確かめました").isChecked()).isFalse();
        desk.look("closing-death");
        desk.pressLast("死亡発見として終結する");
        assertThat(openIncident(person)).as("without the tick it stays open").isNotBlank();
        desk.check("死亡を確かめました");
        desk.pressLast("死亡発見として終結する");
        assertThat(desk.main()).contains("対応を終え、おたずねを止めました", "この記録を取り消す", "死亡発見", "「この方のこれまで」から取り消せます");
        TOWN.settle();
    }

    private static String openIncident(Person person) {
        return TOWN.records()
                .column(
                        "select id from incident where closed_at is null and subject_id = cast(? as bigint)",
                        person.id())
                .get(0);
    }

    private static String text(List<ChatEntry> news) {
        return String.join("\n", news.stream().map(ChatEntry::text).toList());
    }
}
