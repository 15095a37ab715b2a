package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The simulator's page: phones to look at and to press, for whoever tries the product. */
class PhonesPageTest {

    /** Not the shared one: the page shows every phone there is. */
    private static Town town;

    private static Chromium chromium;

    @BeforeAll
    static void a_browser() {
        chromium = Chromium.start();
        town = ProvingGround.town();
    }

    @Test
    void a_press_on_the_page_reaches_the_product_and_its_answer_comes_back() {
        town.advanceToNext(7, 0);
        Person silent = named("うめ").registerAsParticipant("7日毎", 8);
        String invitation = silent.inviteWatcher();
        Person sakura = named("さくら").registerAsParticipant("2日毎", 8);
        Person daughter = named("むすめ").follow().acceptAsWatcher(invitation);
        Person fuji = named("ふじ").registerAsParticipant("2日毎", 9);
        town.advanceToNext(8, 0);
        sakura.press("OK");
        town.advance(Duration.ofHours(27));
        town.advanceToNext(8, 0);
        town.advanceToNext(9, 0);
        assertThat(daughter.news()).anyMatch(Person::isAlert);

        Page page = chromium.window(1280, 900).newPage();
        page.navigate(town.line().url().toString());
        Locator hers = phone(page, "さくら");
        assertThat(hers.innerText()).contains("お元気ですか");

        Locator thanks = hers.getByText("OKを受け取りました");
        int before = thanks.count();
        hers.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("OK").setExact(true))
                .last()
                .click();
        thanks.nth(before).waitFor();

        assertThat(town.records().checkInStates(sakura.phone().userId())).containsExactly("CONFIRMED", "CONFIRMED");
        phone(page, "さくら").scrollIntoViewIfNeeded();
        assertThat(phone(page, "むすめ").innerText()).contains("返事がありません", "確認する");
        assertThat(phone(page, "ふじ").innerText()).contains("お元気ですか", "連絡がほしい");
        phone(page, "ふじ").scrollIntoViewIfNeeded();
        Chromium.keep(page, "phones", false);
    }

    @Test
    void a_press_on_an_older_card_shows_what_comes_of_it_and_reading_further_up_is_left_in_peace() {
        Person momiji = named("もみじ").registerAsParticipant("7日毎", 20);
        Page page = chromium.window(1280, 700).newPage();
        page.navigate(town.line().url().toString());
        Locator chat = phone(page, "もみじ").getByRole(AriaRole.LOG);
        chat.getByText("見守る方として始める").first().waitFor();

        chat.evaluate("log => log.scrollTop = 0");
        Locator next = rowAfterTheLast(chat);
        momiji.type("もみじ");
        next.waitFor();
        assertThat(chat.evaluate("log => log.scrollTop")).isEqualTo(0);

        next = rowAfterTheLast(chat);
        chat.getByText("見守られる方として始める").first().click();
        town.settle();
        next.waitFor();
        // The row is there a little before the page has moved to it.
        page.waitForCondition(() -> pixelsBelow(chat) < 60);
        Chromium.keep(page, "phone-after-a-press", false);
    }

    @Test
    void a_link_is_opened_by_whom_it_is_meant_for() {
        Person kiku = named("きく").registerAsParticipant("7日毎", 20);
        Person newcomer = named("となりの人");
        kiku.inviteWatcher();
        Page page = chromium.window(1280, 900).newPage();
        page.navigate(town.line().url().toString());

        phone(page, "きく")
                .getByRole(AriaRole.LOG)
                .getByText("https://line.me/R/oaMessage/")
                .last()
                .click();
        page.getByText("招待をだれが開きますか").waitFor();
        assertThat(chosen(page)).isNotEqualTo(kiku.phone().userId());
        page.getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName("となりの人").setExact(true))
                .check();
        Chromium.keep(page, "invitation-dialog", false);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("開く").setExact(true))
                .click();
        phone(page, "となりの人").getByText("参加する").first().waitFor();
        newcomer.press("参加する").press("はい");

        phone(page, "となりの人").getByText("友だち追加をしてください").last().waitFor();
    }

    @Test
    void in_a_narrow_window_a_phone_is_seen_whole_with_its_keys() {
        named("せまこ").registerAsParticipant("7日毎", 20);
        Page page = chromium.phone().newPage();
        page.navigate(town.line().url().toString());
        Locator hers = phone(page, "せまこ");
        hers.scrollIntoViewIfNeeded();

        assertThat(hers.boundingBox().width).isLessThanOrEqualTo(358);
        assertThat(hers.getByRole(AriaRole.LOG).boundingBox().height).isGreaterThan(250);
        Chromium.keep(page, "phones-390", false);
    }

    private static Locator rowAfterTheLast(Locator chat) {
        Locator rows = chat.locator(".row");
        return rows.nth(rows.count());
    }

    private static double pixelsBelow(Locator chat) {
        return ((Number) chat.evaluate("log => log.scrollHeight - log.scrollTop - log.clientHeight")).doubleValue();
    }

    private static Object chosen(Page page) {
        return page.evaluate("() => document.querySelector('dialog input[type=radio]:checked')?.value");
    }

    private static Person named(String name) {
        return new Person(town, town.line().addPhone(name));
    }

    private static Locator phone(Page page, String name) {
        return page.locator(
                "section.phone-place",
                new Page.LocatorOptions()
                        .setHas(page.getByRole(
                                AriaRole.HEADING,
                                new Page.GetByRoleOptions().setName(name).setExact(true))));
    }
}
