package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import jp.anpi.simulator.chat.ChatEntry;
import jp.anpi.system.chaos.LongForm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A team handed to a partner organization, its own rules, and its end: as staff do it, and what the phones show. */
class StaffRunTeamsTest {

    private static final Town TOWN = Town.shared();
    private static final String PASSWORD = "たぬき きつね うさぎ";

    /** What the page does with two clicks, without leaving it. */
    private static final String CLICKS =
            "form => [1, 2].map(() => form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true })))";

    private static Chromium chromium;
    private static Page page;

    @BeforeAll
    static void an_administrator() {
        chromium = Chromium.start();
        page = StaffPages.signIn(chromium.window(1280, 720), TOWN);
    }

    @Test
    void r082_a_team_is_made_for_an_association_and_handed_to_its_secretary_who_runs_it() {
        open("teams");
        page.getByLabel("チームの名前").fill("ひばり団地");
        page.getByLabel("団体の種類").selectOption("集合住宅の管理組合・自治会");
        page.getByLabel("団体の名前").fill("ひばり自治会");
        StaffPages.press(page, "つくる");
        assertThat(main(page)).contains("次に、協力団体の担当の方に", "ひばり自治会", "まだ、どなたにも任せていません");
        String team = page.url().replaceAll(".*id=(\\d+).*", "$1");
        String first = passwordThatTwoClicksDoNotLose();
        assertThat(main(page)).contains("任せるのをやめる");
        StaffPages.look(page, "partner");

        Page theirs = StaffPages.door(chromium.window(1280, 720), TOWN);
        StaffPages.signIn(theirs, "yamamoto", first);
        theirs.getByLabel("いまのパスワード", exactly()).fill(first);
        theirs.getByLabel("新しいパスワード", exactly()).fill(PASSWORD);
        theirs.getByLabel("新しいパスワード（もう一度）", exactly()).fill(PASSWORD);
        StaffPages.press(theirs, "変更する");
        visit(theirs, "teams");
        assertThat(theirs.locator("tbody tr").count()).isOne();
        visit(theirs, "team?id=" + team);
        assertThat(theirs.getByLabel("団体の種類").count()).as("not theirs to say").isZero();
        theirs.getByLabel("チームの名前").fill("ひばり見守り会");
        theirs.getByLabel("メモ").fill("第2土曜に集会所\n鍵は管理人室");
        StaffPages.press(theirs, "変更する");
        assertThat(main(theirs)).contains("変更しました", "ひばり見守り会", "鍵は管理人室", "ひばり自治会");
        StaffPages.look(theirs, "team-of-a-partner");
        theirs.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("招待のQRコードとちらし"))
                .click();
        StaffPages.press(theirs, "招待を作る");
        assertThat(main(theirs)).contains("ひばり見守り会");
        for (String path : List.of("partner", "policy", "ending")) {
            assertThat(theirs.navigate(TOWN.address() + "/admin/" + path + "?id=" + team)
                            .status())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    private static String passwordThatTwoClicksDoNotLose() {
        assertThat(page.locator("#new").evaluate(CLICKS)).isEqualTo(List.of(true, false));
        page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
        page.locator("#new:not([aria-busy])").waitFor();
        page.getByLabel("利用者ID").fill("yamamoto");
        page.getByLabel("表示する名前").fill("山本");
        Locator button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("利用者IDをつくって任せる"));
        List<String> answers = StaffPages.twice(button).stream()
                .map(StaffRunTeamsTest::password)
                .toList();
        assertThat(answers.get(1)).as("the one that the browser would show").isEqualTo(answers.get(0));
        button.dblclick();
        Locator note = page.locator(".note").filter(new Locator.FilterOptions().setHasText("パスワードは"));
        assertThat(password(note.innerText())).isEqualTo(answers.get(0));
        return answers.get(0);
    }

    private static String password(String words) {
        return words.replaceAll("(?s).*パスワードは\\s([a-z2-9-]{19})\\sです.*", "$1");
    }

    @Test
    @LongForm
    void e7_a_team_is_told_by_its_own_rules_and_its_end_is_said_to_everybody_once_and_taken_back() {
        TOWN.advanceToNext(7, 0);
        Person mother = TOWN.participant("毎日", 8);
        Person daughter = TOWN.participant("14日毎", 20).watcher();
        open("teams");
        page.getByLabel("チームの名前").fill("もみじ坂");
        StaffPages.press(page, "つくる");
        String team = page.url().replaceAll(".*id=(\\d+).*", "$1");
        join(mother, "見守られる方");
        join(daughter, "見守る方");

        link("決まりを変える");
        assertThat(main(page)).contains("運営団体の決まりのとおり", "見守られる方は1名", "いちばん早く知らせるチーム");
        page.getByLabel("もう一度おたずねするまで").fill("2");
        page.getByLabel("見守る方に知らせるまで").fill("4");
        StaffPages.press(page, "どうなるか見てみる");
        assertThat(page.locator(".problem").innerText()).as("no time to answer").contains("1から24まで");
        page.getByLabel("見守る方に知らせるまで").fill("5");
        StaffPages.press(page, "どうなるか見てみる");
        assertThat(main(page)).contains("まだ保存していません", "おたずねしたときの決まりのまま");
        StaffPages.look(page, "team-rules");
        StaffPages.press(page, "このチームの決まりにする");
        assertThat(main(page)).contains("次のおたずねから、この決まりになります", "自分の決まりがあります");
        daughter.readAll();
        TOWN.advanceToNext(8, 0);
        TOWN.advance(Duration.ofHours(4));
        assertThat(daughter.news()).isEmpty();
        StaffPages.press(page, "運営団体の決まりにもどす");
        assertThat(main(page)).contains("運営団体の決まりにもどしました");
        TOWN.advanceHours(1);
        assertThat(daughter.news())
                .as("asked by the team's rules, whatever became of them since")
                .anyMatch(Person::isAlert);
        open("team?id=" + team);
        assertThat(main(page)).contains("24時間後にもう一度おたずね", number(mother));
        StaffPages.look(page, "team-with-an-incident");
        mother.press("OK");
        TOWN.settle();
        ends(team, mother, daughter);
    }

    private void ends(String team, Person mother, Person daughter) {
        mother.readAll();
        daughter.readAll();
        open("team?id=" + team);
        link("このチームを終える");
        assertThat(main(page)).contains("見守る方がひとりもいなくなる方が、1名", number(mother), "2名の方に");
        StaffPages.look(page, "ending");
        StaffPages.press(page, "チームを終える");
        assertThat(page.locator(".error").innerText()).contains("チェックを入れて");
        page.getByLabel("終えるとどうなるか、確かめました").check();
        StaffPages.press(page, "チームを終える");
        assertThat(main(page)).contains("チームを終えました", "取り消せます");
        StaffPages.look(page, "ended");
        TOWN.settle();
        List<ChatEntry> news = mother.news();
        assertThat(news).hasSize(1);
        assertThat(news.get(0).text()).contains("チームが終わりました");
        assertThat(news.get(0).labels()).containsExactly("招待する");
        assertThat(daughter.news()).hasSize(1).allMatch(one -> one.labels().equals(List.of("マイページ")));

        open("teams");
        assertThat(page.locator("table.list").allInnerTexts().toString()).doesNotContain("もみじ坂");
        StaffPages.look(page, "teams-ended");
        link("もみじ坂");
        StaffPages.press(page, "チームを元にもどす");
        assertThat(main(page)).contains("また続くように", number(mother), number(daughter));
        TOWN.settle();
        assertThat(mother.news()).hasSize(1).allMatch(one -> one.text().contains("チームは続きます"));
        assertThat(daughter.news()).hasSize(1);
    }

    private static void join(Person person, String as) {
        page.getByLabel("登録番号").fill(number(person));
        page.getByLabel(as, exactly()).check();
        StaffPages.press(page, "加える");
        assertThat(main(page)).contains("チームに加えました");
    }

    private static void open(String path) {
        visit(page, path);
    }

    private static void visit(Page by, String path) {
        assertThat(by.navigate(TOWN.address() + "/admin/" + path).status()).isEqualTo(200);
    }

    private static void link(String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).click();
    }

    private static String main(Page of) {
        return of.locator("main").innerText();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static String number(Person person) {
        return TOWN.records()
                .column(
                        "select number from member where line_user_id = ?",
                        person.phone().userId())
                .get(0);
    }
}
