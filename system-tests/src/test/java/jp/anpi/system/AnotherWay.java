package jp.anpi.system;

import static jp.anpi.system.OwnPage.button;
import static jp.anpi.system.OwnPage.link;
import static jp.anpi.system.OwnPage.open;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import jp.anpi.simulator.traffic.Fault;
import jp.anpi.simulator.traffic.FaultKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A mother and the daughter who watches her, in a town with a post office: for tests of what goes by mail. */
abstract class AnotherWay {

    static Town town;
    static PostOffice post;
    static Chromium chromium;
    private static int addresses;

    int hour;
    Person mother;
    Person daughter;

    /** Where the daughter would read her mail. */
    String address;

    @BeforeAll
    static void a_town_with_a_post_office() {
        chromium = Chromium.start();
        town = ProvingGround.town();
        post = ProvingGround.post();
    }

    @BeforeEach
    void a_mother_and_a_daughter() {
        hour = town.advanceToHalfPast();
        mother = town.participant("14日毎", hour).type("ニックネーム").type("はなこばあば").press("はい");
        daughter = mother.watcher().readAll();
        address = "daughter" + ++addresses + "@example.jp";
    }

    @AfterEach
    void everything_works_and_rests() {
        town.line().faults().clear();
        mother.type("OK");
        town.advanceMinutes(30);
    }

    static void confirmed(Person person, String to) {
        assertThat(PostOffice.pressed(leave(person, to))).isEqualTo(200);
    }

    /** Leaves an address on the person's own page; the link that was sent there. */
    static String leave(Person person, String to) {
        Page page = open(chromium.phone(), link(person));
        page.locator(".contacts li:has-text('メールアドレス') a").first().click();
        page.getByLabel("メールアドレス").fill(to);
        button(page, "確認のメールを送る").click();
        assertThat(page.locator(".contacts").innerText()).contains(to);
        town.settle();
        return post.lastTo(to).link();
    }

    /** LINE fails like this for whatever is pushed, until its faults are cleared. */
    static void lineFails(FaultKind kind) {
        for (String path : List.of("/v2/bot/message/push", "/v2/bot/message/multicast")) {
            town.line().faults().begin(Fault.of(kind).onPath(path));
        }
    }

    /** LINE refuses whom it does not know: 400 for this person from now on. */
    static String spoil(Person person) {
        String user = person.phone().userId();
        town.records().spoil("update member set line_user_id = ? where line_user_id = ?", "gone-" + user, user);
        return user;
    }

    static void restore(Person person, String user) {
        town.records().spoil("update member set line_user_id = ? where line_user_id = ?", user, "gone-" + user);
    }
}
