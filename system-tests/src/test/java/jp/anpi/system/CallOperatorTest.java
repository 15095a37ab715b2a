package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who takes calls may end an incident, and reads whom to ask for what they may not do themselves. */
class CallOperatorTest {

    private static final Town TOWN = Town.shared();
    private static Page page;

    @BeforeAll
    static void an_operator() {
        Chromium chromium = Chromium.start();
        StaffPages.account(TOWN, "operator", "CALL_OPERATOR", null);
        Page door = StaffPages.door(chromium.window(1280, 720), TOWN);
        page = StaffPages.signIn(door, "operator", Town.STAFF_PASSWORD);
    }

    @Test
    void the_words_of_a_death_say_whom_to_ask_to_take_it_back() {
        Person mother = TOWN.participant("14日毎", TOWN.advanceToHalfPast());
        Person daughter = mother.watcher().readAll();
        mother.type("助けて");
        daughter.readAll();
        page.navigate(TOWN.address() + "/admin/incident?id=" + incident(mother));
        page.getByLabel("結果", new Page.GetByLabelOptions().setExact(true))
                .last()
                .selectOption("DECEASED_FOUND");
        page.getByLabel("どのように確かめたか").fill("警察と一緒に訪問した。");
        StaffPages.press(page, "終結する");

        assertThat(page.locator("main").innerText())
                .as("a second question comes first")
                .contains("まだ何も送っていません", "職員かシステム管理者に頼むと取り消せます", "見守る方に届きます")
                .doesNotContain("この方のこれまで");
        StaffPages.look(page, "closing-death-operator");
        page.getByLabel("死亡を確かめました").check();
        StaffPages.press(page, "死亡発見として終結する");

        assertThat(page.locator("main").innerText())
                .contains("対応を終え、おたずねを止めました", "職員かシステム管理者に頼むと取り消せます")
                .doesNotContain("この方のこれまで", "この記録を取り消す");
        TOWN.settle();
        assertThat(daughter.news()).singleElement().satisfies(news -> assertThat(news.text())
                .contains("職員から、直接ご連絡します"));
    }

    private static String incident(Person person) {
        return TOWN.records()
                .column(
                        "select i.id from incident i join member m on m.id = i.subject_id where m.line_user_id = ?",
                        person.phone().userId())
                .get(0);
    }
}
