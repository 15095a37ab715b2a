package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who takes calls may end an incident, and reads whom to ask for what they may not do themselves. */
class CallOperatorTest {

    private static final Town TOWN = Town.shared();
    private static Desk desk;

    @BeforeAll
    static void an_operator() {
        StaffPages.account(TOWN, "operator", "CALL_OPERATOR", null);
        desk = Desk.of(TOWN, "operator");
    }

    @Test
    void the_words_of_a_death_say_whom_to_ask_to_take_it_back() {
        Person mother = TOWN.participant("14日毎", TOWN.advanceToHalfPast());
        Person daughter = mother.watcher().readAll();
        mother.type("助けて");
        daughter.readAll();
        desk.open("incident?id=" + incident(mother));
        desk.field("結果").last().selectOption("DECEASED_FOUND");
        desk.page().getByLabel("どのように確かめたか").fill("警察と一緒に訪問した。");
        desk.pressLast("終結する");

        assertThat(desk.main())
                .as("a second question comes first")
                .contains("まだ何も送っていません", "職員かシステム管理者に頼むと取り消せます", "見守る方に届きます")
                .doesNotContain("「この方のこれまで」から");
        desk.look("closing-death-operator");
        desk.page().getByLabel("死亡を確かめました").check();
        desk.pressLast("死亡発見として終結する");

        assertThat(desk.main())
                .contains("対応を終え、おたずねを止めました", "職員かシステム管理者に頼むと取り消せます")
                .doesNotContain("「この方のこれまで」から", "この記録を取り消す");
        TOWN.settle();
        assertThat(daughter.news()).singleElement().satisfies(news -> assertThat(news.text())
                .contains("職員から、直接ご連絡します"));
    }

    private static String incident(Person person) {
        return TOWN.records()
                .column("select id from incident where subject_id = cast(? as bigint)", person.id())
                .get(0);
    }
}
