package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A resident without their phone asks the office to be taken out. */
class StaffDepartureTest {

    private static final Town TOWN = Town.shared();
    private static Desk desk;

    @BeforeAll
    static void an_officer() {
        StaffPages.account(TOWN, "taikai", "OFFICER", null);
        desk = Desk.of(TOWN, "taikai");
    }

    @Test
    void it_is_asked_twice_then_everything_is_erased_and_everybody_reads_what_concerns_them() {
        int hour = TOWN.advanceToHalfPast();
        Person mother = TOWN.participant("毎日", hour).type("さくら").press("はい");
        Person daughter = mother.watcher();
        mother.readAll();
        daughter.readAll();
        String id = mother.id();
        open(id);
        desk.look("departure");

        desk.press("退会の手続きに進む");
        assertThat(desk.page().locator("[id='departure:reason-error']").innerText())
                .contains("どのような申し出か");
        assertThat(desk.page().locator("[id='departure:sure']").count())
                .as("first how they asked")
                .isZero();
        reason("施設に入るため、本人が来庁");
        desk.press("退会の手続きに進む");
        assertThat(desk.page().locator("#departure .sentences li").allInnerTexts())
                .anyMatch(line -> line.contains("おたずねが終わります"))
                .anyMatch(line -> line.contains("すべて消します"))
                .anyMatch(line -> line.contains("見守る方がいれば"))
                .anyMatch(line -> line.contains("職員が退会の手続きをしたこと"))
                .noneMatch(line -> line.contains("見守る方でもあります"));
        desk.look("departure-asked");
        assertThat(exists(id)).isTrue();

        desk.check("ご本人の申し出であることを確かめました");
        desk.press("この方を退会にする");
        assertThat(desk.note()).contains("退会の手続きが終わりました");
        desk.keep("staff-departure-done");
        assertThat(exists(id)).isFalse();
        TOWN.settle();

        assertThat(mother.news()).singleElement().satisfies(news -> {
            assertThat(news.text()).contains("お申し出を受けて", "職員が退会の手続き", "記録は消しました", "覚えがない");
            assertThat(news.labels()).containsExactly("メニュー");
        });
        assertThat(daughter.news()).singleElement().satisfies(news -> assertThat(news.text())
                .contains("ご利用を終えられました"));
        assertThat(TOWN.records().count("select count(*) from farewell")).isZero();

        TOWN.advanceHours(72);
        assertThat(mother.news()).as("is not asked any more").isEmpty();
        assertThat(daughter.news()).isEmpty();
        mother.press("メニュー").press("見守られる方として始める").press("はい").chooseRhythm("毎日", hour);
        mother.press("OK");
        assertThat(mother.offers("招待する")).as("is registered anew").isTrue();
        desk.visit("person?id=" + id);
        assertThat(desk.main()).contains("この方はいないか");
    }

    @Test
    void e11_while_something_is_open_the_page_leads_there_first() {
        Person mother = TOWN.participant("14日毎", TOWN.advanceToHalfPast());
        mother.watcher();
        TOWN.advanceHours(1);
        String id = mother.id();
        open(id);
        reason("電話で申し出");
        desk.press("退会の手続きに進む");
        mother.press("連絡がほしい");
        TOWN.settle();
        desk.check("ご本人の申し出であることを確かめました");
        desk.press("この方を退会にする");
        assertThat(desk.main()).contains("対応が終わっていないので");
        assertThat(exists(id)).isTrue();
        desk.look("departure-open");
        desk.follow("対応の画面をひらく");
        assertThat(desk.page().url()).contains("/admin/incident?id=");
    }

    @Test
    void whoever_watches_somebody_too_and_cannot_be_reached_is_told_of_by_the_page() {
        Person mother = TOWN.participant("14日毎", TOWN.advanceToHalfPast());
        Person father = TOWN.participant("14日毎", TOWN.advanceToHalfPast());
        mother.acceptAsWatcher(father.inviteWatcher());
        mother.done(mother.phone().block());
        father.readAll();
        String id = mother.id();
        String incident = TOWN.records()
                .column("select id from incident where subject_id = cast(? as bigint) and closed_at is null", id)
                .get(0);
        desk.open("incident?id=" + incident);
        desk.page().locator("[id='closing:outcome']").selectOption("SAFE_DEVICE");
        desk.page().locator("[id='closing:reason']").fill("本人が来庁した");
        desk.press("終結する");
        open(id);
        reason("本人が来庁");
        desk.press("退会の手続きに進む");
        assertThat(desk.page().locator("#departure .sentences li").allInnerTexts())
                .anyMatch(line -> line.contains("見守る方でもあります"))
                .anyMatch(line -> line.contains("直接伝えてください"));
        desk.check("ご本人の申し出であることを確かめました");
        List<String> answers = StaffPages.twice(desk.page().locator("[id='departure:go']"));
        assertThat(answers).as("pressed twice, it is done once").anyMatch(answer -> answer.contains("退会の手続きが終わりました"));
        TOWN.settle();
        assertThat(exists(id)).isFalse();
        assertThat(father.news())
                .as("nobody watches him any more")
                .singleElement()
                .satisfies(news -> assertThat(news.labels()).containsExactly("招待する"));
        assertThat(TOWN.records()
                        .count("select count(*) from audit_entry where action = 'PERSON_TAKEN_OUT'"
                                + " and note = '本人が来庁'"))
                .isOne();
    }

    @Test
    void whoever_may_not_is_not_offered_it() {
        Person mother = TOWN.participant("14日毎", TOWN.advanceToHalfPast());
        StaffPages.account(TOWN, "denwa", "CALL_OPERATOR", null);
        Desk theirs = Desk.of(TOWN, "denwa").open("person?id=" + mother.id());
        assertThat(theirs.main()).contains("お休み").doesNotContain("退会");
    }

    private static void open(String id) {
        desk.open("person?id=" + id);
    }

    private static void reason(String text) {
        desk.page().locator("[id='departure:reason']").fill(text);
    }

    private static boolean exists(String id) {
        return TOWN.records().count("select count(*) from member where id = cast(? as bigint)", id) == 1;
    }
}
