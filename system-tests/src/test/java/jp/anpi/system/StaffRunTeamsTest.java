package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
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

    private static Desk desk;

    @BeforeAll
    static void an_administrator() {
        desk = Desk.of(TOWN);
    }

    @Test
    void r082_a_team_is_made_for_an_association_and_handed_to_its_secretary_who_runs_it() {
        desk.open("teams");
        desk.fill("チームの名前", "ひばり団地");
        desk.choose("団体の種類", "集合住宅の管理組合・自治会");
        desk.fill("団体の名前（あれば）", "ひばり自治会");
        desk.pressLast("つくる");
        assertThat(desk.main()).contains("次に、協力団体の担当の方に", "ひばり自治会", "まだ、どなたにも任せていません");
        String team = desk.page().url().replaceAll(".*id=(\\d+).*", "$1");
        String first = passwordThatTwoClicksDoNotLose();
        assertThat(desk.main()).contains("任せるのをやめる");
        desk.look("partner");

        Desk theirs = Desk.door(TOWN);
        theirs.signIn("yamamoto", first);
        theirs.fill("いまのパスワード", first);
        theirs.fill("新しいパスワード", PASSWORD);
        theirs.fill("新しいパスワード（もう一度）", PASSWORD);
        theirs.pressLast("変更する");
        theirs.open("teams");
        assertThat(theirs.count("tbody tr")).isOne();
        theirs.open("team?id=" + team);
        assertThat(theirs.field("団体の種類").count()).as("not theirs to say").isZero();
        theirs.fill("チームの名前", "ひばり見守り会");
        theirs.fill("メモ", "第2土曜に集会所\n鍵は管理人室");
        theirs.pressLast("変更する");
        assertThat(theirs.main()).contains("変更しました", "ひばり見守り会", "鍵は管理人室", "ひばり自治会");
        theirs.look("team-of-a-partner");
        theirs.follow("招待のQRコードとちらし");
        theirs.pressLast("招待を作る");
        assertThat(theirs.main()).contains("ひばり見守り会");
        for (String path : List.of("partner", "policy", "ending")) {
            assertThat(theirs.visit(path + "?id=" + team).status()).as(path).isEqualTo(403);
        }
    }

    private static String passwordThatTwoClicksDoNotLose() {
        assertThat(desk.page().locator("#new").evaluate(CLICKS)).isEqualTo(List.of(true, false));
        desk.page().evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
        desk.page().locator("#new:not([aria-busy])").waitFor();
        desk.fill("利用者ID", "yamamoto");
        desk.fill("表示する名前", "山本");
        Locator button = desk.button("利用者IDをつくって任せる");
        List<String> answers = StaffPages.twice(button).stream()
                .map(StaffRunTeamsTest::password)
                .toList();
        assertThat(answers.get(1)).as("the one that the browser would show").isEqualTo(answers.get(0));
        button.dblclick();
        Locator note = desk.page().locator(".note").filter(new Locator.FilterOptions().setHasText("パスワードは"));
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
        desk.open("teams");
        desk.fill("チームの名前", "もみじ坂");
        desk.pressLast("つくる");
        String team = desk.page().url().replaceAll(".*id=(\\d+).*", "$1");
        join(mother, "見守られる方");
        join(daughter, "見守る方");

        desk.follow("決まりを変える");
        assertThat(desk.main()).contains("運営団体の決まりのとおり", "見守られる方は1名", "いちばん早く知らせるチーム");
        desk.fill("おたずねから、もう一度おたずねするまで（時間）", "2");
        desk.fill("おたずねから、見守る方に知らせるまで（時間）", "4");
        desk.pressLast("どうなるか見てみる");
        assertThat(desk.problem()).as("no time to answer").contains("1から24まで");
        desk.fill("おたずねから、見守る方に知らせるまで（時間）", "5");
        desk.pressLast("どうなるか見てみる");
        assertThat(desk.main()).contains("まだ保存していません", "おたずねしたときの決まりのまま");
        desk.look("team-rules");
        desk.pressLast("このチームの決まりにする");
        assertThat(desk.main()).contains("次のおたずねから、この決まりになります", "自分の決まりがあります");
        daughter.readAll();
        TOWN.advanceToNext(8, 0);
        TOWN.advance(Duration.ofHours(4));
        assertThat(daughter.news()).isEmpty();
        desk.pressLast("運営団体の決まりにもどす");
        assertThat(desk.main()).contains("運営団体の決まりにもどしました");
        TOWN.advanceHours(1);
        assertThat(daughter.news())
                .as("asked by the team's rules, whatever became of them since")
                .anyMatch(Person::isAlert);
        desk.open("team?id=" + team);
        assertThat(desk.main()).contains("24時間後にもう一度おたずね", mother.number());
        desk.look("team-with-an-incident");
        mother.press("OK");
        TOWN.settle();
        ends(team, mother, daughter);
    }

    private void ends(String team, Person mother, Person daughter) {
        mother.readAll();
        daughter.readAll();
        desk.open("team?id=" + team);
        desk.follow("このチームを終える");
        assertThat(desk.main()).contains("見守る方がひとりもいなくなる方が、1名", mother.number(), "2名の方に");
        desk.look("ending");
        desk.pressLast("チームを終える");
        assertThat(desk.text(".error")).contains("チェックを入れて");
        desk.check("終えるとどうなるか、確かめました");
        desk.pressLast("チームを終える");
        assertThat(desk.main()).contains("チームを終えました", "取り消せます");
        desk.look("ended");
        TOWN.settle();
        List<ChatEntry> news = mother.news();
        assertThat(news).hasSize(1);
        assertThat(news.get(0).text()).contains("チームが終わりました");
        assertThat(news.get(0).labels()).containsExactly("招待する");
        assertThat(daughter.news()).hasSize(1).allMatch(one -> one.labels().equals(List.of("マイページ")));

        desk.open("teams");
        assertThat(desk.page().locator("table.list").allInnerTexts().toString()).doesNotContain("もみじ坂");
        desk.look("teams-ended");
        desk.follow("もみじ坂");
        desk.pressLast("チームを元にもどす");
        assertThat(desk.main()).contains("また続くように", mother.number(), daughter.number());
        TOWN.settle();
        assertThat(mother.news()).hasSize(1).allMatch(one -> one.text().contains("チームは続きます"));
        assertThat(daughter.news()).hasSize(1);
    }

    private static void join(Person person, String as) {
        desk.fill("登録番号", person.number());
        desk.check(as);
        desk.pressLast("加える");
        assertThat(desk.main()).contains("チームに加えました");
    }
}
