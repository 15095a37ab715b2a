package jp.anpi.system;

import static jp.anpi.system.OwnPage.button;
import static jp.anpi.system.OwnPage.link;
import static jp.anpi.system.OwnPage.open;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import jp.anpi.simulator.chat.ChatEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Watching is ended on the own page, by either side, for one pair, and by nobody else (R-068, E-6, E-7, E-13). */
class WatchEndPageTest {

    private static final Town TOWN = Town.shared();
    private static Chromium chromium;

    @BeforeAll
    static void a_browser() {
        chromium = Chromium.start();
    }

    @Test
    void a_participant_sees_who_watches_and_ends_it_with_one() {
        TOWN.advanceToNext(7, 0);
        Person hana = TOWN.participant("14日毎", 8);
        Person son = hana.watcher().type("むすこ").press("はい").readAll();
        Person daughter = hana.watcher().type("むすめ").press("はい").readAll();
        hana.readAll();
        Page page = open(chromium.phone(), link(hana));
        assertThat(page.locator(".watchers").innerText()).contains("むすこさん", "むすめさん");

        page.locator(".watchers li:has-text('むすこ') a").click();
        assertThat(page.locator("main").innerText())
                .contains("むすこさんに見守ってもらうのを、終わりにしますか")
                .doesNotContain("ほかに、お知らせの届く方はいません", "先にOK");
        Chromium.keep(page, "end-watching", false);
        link(page, "いいえ").click();
        assertThat(page.locator(".watchers").innerText()).contains("むすこさん");
        page.locator(".watchers li:has-text('むすこ') a").click();
        button(page, "はい").click();

        assertThat(page.locator(".watchers").innerText()).contains("むすめさん").doesNotContain("むすこさん");
        TOWN.settle();
        assertThat(son.news()).singleElement().satisfies(news -> assertThat(news.text())
                .contains("見守りが終わりました")
                .doesNotContain("むすこ"));
        assertThat(hana.news()).as("she did it herself").isEmpty();
        Chromium.keep(page, "my-page-watchers", true);

        page.locator(".watchers li a").click();
        assertThat(page.locator("main").innerText()).contains("ほかに、お知らせの届く方はいません", "職員にお知らせします");
        button(page, "はい").click();
        assertThat(page.locator("main").innerText()).contains("いまは、いません", "職員にお知らせします", "「招待する」");
        TOWN.settle();
        assertThat(daughter.news()).hasSize(1);
        TOWN.advanceToNext(8, 0);
        TOWN.advance(Duration.ofHours(27));
        assertThat(son.news()).isEmpty();
        assertThat(daughter.news()).isEmpty();
        hana.press("OK");
    }

    @Test
    void a_watcher_stops_watching_one_person_and_an_open_alert_does_not_stay_with_them_E13() {
        TOWN.advanceToNext(7, 0);
        Person hana = TOWN.participant("14日毎", 8);
        Person son = hana.watcher();
        TOWN.advanceToNext(8, 0);
        TOWN.advance(Duration.ofHours(27));
        ChatEntry alert =
                son.pushed().stream().filter(Person::isAlert).findFirst().orElseThrow();
        son.press(alert, "対応します").readAll();
        hana.readAll();

        Page page = open(chromium.phone(), link(son));
        page.locator(".people a").click();
        assertThat(page.locator("main").innerText()).contains("見守るのをやめますか", "ほかに、お知らせの届く方はいません");
        button(page, "はい").click();

        assertThat(page.locator(".people li").count()).isZero();
        TOWN.settle();
        assertThat(hana.news()).singleElement().satisfies(news -> assertThat(news.labels())
                .containsExactly("招待する"));
        assertThat(TOWN.records()
                        .column(
                                "select i.staff_reason || i.nobody_to_tell || coalesce(i.taken_by, 0) from incident i"
                                        + " join member m on m.id = i.subject_id where m.line_user_id = ?",
                                hana.phone().userId()))
                .containsExactly("NOBODY_TO_TELLtrue0");
        son.press(alert, "確認する");
        assertThat(son.said()).contains("いまは使えません");
        hana.press("OK");
        assertThat(son.news()).as("nothing of her any more").isEmpty();

        son.acceptAsWatcher(hana.inviteWatcher());
        assertThat(hana.news()).singleElement().satisfies(news -> assertThat(news.text())
                .contains("あなたの見守りを始めました"));
        assertThat(open(chromium.phone(), link(son)).locator(".people li").count())
                .isOne();
    }

    @Test
    void who_ends_a_watcher_while_they_are_alerted_reads_how_to_tell_them_first_E6() {
        TOWN.advanceToNext(7, 0);
        Person hana = TOWN.participant("14日毎", 8);
        Person son = hana.watcher().type("むすこ").press("はい");
        Person daughter = hana.watcher();
        daughter.done(daughter.phone().block());
        TOWN.advanceToNext(8, 0);
        TOWN.advance(Duration.ofHours(27));
        Page page = open(chromium.phone(), link(hana));
        page.locator(".watchers li:has-text('むすこ') a").click();
        assertThat(page.locator("main").innerText())
                .as("nobody else is reachable")
                .contains("お返事がないことをお知らせしています", "先にOKを押して", "ほかに、お知らせの届く方はいません");
        Chromium.keep(page, "end-watching-alerted", false);
        link(page, "いいえ").click();
        button(page, "OK").click();
        TOWN.settle();
        assertThat(son.news()).filteredOn(news -> !Person.isAlert(news)).isNotEmpty();
        page.locator(".watchers li:has-text('むすこ') a").click();
        assertThat(page.locator("main").innerText()).doesNotContain("先にOKを押して");
    }

    @Test
    void an_address_that_names_two_asks_about_one_and_ends_one() {
        Person hana = TOWN.participant("14日毎", 8);
        Person taro = TOWN.participant("14日毎", 9);
        taro.open(hana.inviteWatcher()).press("参加する");
        hana.open(taro.inviteWatcher()).press("参加する");
        String id = taro.id();
        Page page = open(chromium.phone(), link(hana));
        page.navigate(TOWN.address() + "/my/end?watcher=" + id + "&watched=" + id);
        assertThat(page.locator("main").innerText()).contains("見守ってもらうのを").doesNotContain("見守るのをやめますか");
        button(page, "はい").click();
        assertThat(page.locator(".watchers li").count()).isZero();
        assertThat(page.locator(".people:not(.watchers) li").count())
                .as("whom she watches")
                .isOne();
    }

    @Test
    void who_was_ended_does_not_come_back_by_an_invitation_from_before_E7() {
        TOWN.advanceToNext(7, 0);
        Person hana = TOWN.participant("14日毎", 8);
        hana.press("招待する").press("何人でも使える招待にする");
        String forAll = hana.invitation();
        Person son = TOWN.person().follow().acceptAsWatcher(forAll);
        TOWN.advance(Duration.ofMinutes(1));
        endTheOnlyWatcher(hana);
        son.readAll();
        hana.readAll();

        son.open(forAll);
        assertThat(son.said()).contains("取り消されています");
        assertThat(hana.news()).isEmpty();
        assertThat(open(chromium.phone(), link(son)).locator(".people li").count())
                .isZero();
        TOWN.person().follow().acceptAsWatcher(forAll);
        assertThat(hana.news()).as("it is still for everybody else").hasSize(1);

        TOWN.advance(Duration.ofMinutes(1));
        son.acceptAsWatcher(hana.inviteWatcher());
        assertThat(hana.news()).as("invited afresh").hasSize(1);
        assertThat(open(chromium.phone(), link(son)).locator(".people li").count())
                .isOne();
    }

    @Test
    void who_was_ended_invites_nobody_into_that_circle_any_more() {
        TOWN.advanceToNext(7, 0);
        Person hana = TOWN.participant("14日毎", 8);
        Person son = hana.watcher();
        String his = son.inviteWatcher();
        String hers = hana.inviteWatcher();
        endTheOnlyWatcher(hana);

        assertThat(TOWN.person().follow().open(his).said()).contains("取り消されています");
        assertThat(TOWN.person().follow().open(hers).offers("参加する")).isTrue();
    }

    @Test
    void somebody_elses_watching_is_not_ended_by_a_typed_address() {
        Person hana = TOWN.participant("14日毎", 8);
        hana.watcher();
        Person stranger = TOWN.participant("14日毎", 8);
        Page page = open(chromium.phone(), link(stranger));
        String id = hana.id();
        for (String query : List.of("", "?watcher=" + id, "?watched=" + id, "?watcher=x", "?watched=-1")) {
            page.navigate(TOWN.address() + "/my/end" + query);
            assertThat(page.locator("main").innerText()).as(query).contains("もう終わっています");
            assertThat(button(page, "はい").count()).isZero();
        }
    }

    private static void endTheOnlyWatcher(Person participant) {
        Page page = open(chromium.phone(), link(participant));
        page.locator(".watchers li a").click();
        button(page, "はい").click();
        TOWN.settle();
    }
}
