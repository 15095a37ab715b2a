package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;

/** Somebody of the staff at the staff pages, who reads, types and presses by the words that stand there. */
final class Desk {

    /** Where a call or a visit is described, on the page of an incident. */
    static final String CALL_NOTE = "メモ（だれに、どんなようすだったか）";

    private final Town town;
    private final Page page;

    private Desk(Town town, Page page) {
        this.town = town;
        this.page = page;
    }

    /** The system administrator, signed in, in a window of their own. Skips the test where no Chromium is installed. */
    static Desk of(Town town) {
        return of(town, "admin");
    }

    /** The same for an account with the administrator's password. */
    static Desk of(Town town, String user) {
        Desk desk = door(town).signIn(user);
        desk.button("ログアウト").waitFor();
        return desk;
    }

    /** At the form for signing in, in a window of their own. */
    static Desk door(Town town) {
        return door(town, 1280, 720);
    }

    static Desk door(Town town, int width, int height) {
        return at(town, Chromium.start().window(width, height)).open("");
    }

    /** A window that has gone nowhere yet. */
    static Desk at(Town town, BrowserContext window) {
        return new Desk(town, window.newPage());
    }

    Desk signIn(String user) {
        return signIn(user, Town.STAFF_PASSWORD);
    }

    Desk signIn(String user, String password) {
        page.getByLabel("利用者ID").fill(user);
        page.getByLabel("パスワード").fill(password);
        return press("ログイン");
    }

    /** Another tab of the same window. */
    Desk beside() {
        return at(town, page.context());
    }

    /** For what only the browser knows. */
    Page page() {
        return page;
    }

    /** Goes where this page is. */
    Desk open(String path) {
        assertThat(visit(path).status()).as(path).isEqualTo(200);
        return this;
    }

    /** Goes there, whether there is such a page for them or not. */
    Response visit(String path) {
        return page.navigate(town.address() + "/admin/" + path);
    }

    /** The field with this label, word for word. */
    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    Desk fill(String label, String text) {
        field(label).fill(text);
        return this;
    }

    Desk choose(String label, String option) {
        field(label).selectOption(option);
        return this;
    }

    Desk check(String label) {
        field(label).check();
        return this;
    }

    /** What was typed into the field. */
    String typed(String label) {
        return field(label).inputValue();
    }

    /** Presses the only button of that name; with two of them it fails. */
    Desk press(String label) {
        return press(button(label));
    }

    /** Presses the last button of that name, where each form of a page has one. */
    Desk pressLast(String label) {
        return press(button(label).last());
    }

    private Desk press(Locator button) {
        button.click();
        // A click ends with the first bytes of the next page.
        page.waitForLoadState();
        return this;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The link with these words in its name. */
    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    /** Goes where a link of exactly this name leads. */
    Desk follow(String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
        page.waitForLoadState();
        return this;
    }

    /** What the page says, without its head and its ways. */
    String main() {
        return text("main");
    }

    /** What is wrong, first of all. */
    String problem() {
        return page.locator(".problem").first().innerText();
    }

    /** What was done. */
    String note() {
        return text(".note");
    }

    /** The words of the only place that this selector finds. */
    String text(String selector) {
        return page.locator(selector).innerText();
    }

    int count(String selector) {
        return page.locator(selector).count();
    }

    /** Everybody can use the page, on a desk and on a phone; pictures are kept. */
    void look(String name) {
        StaffPages.passesAxe(page, name);
        Chromium.keepBoth(page, "staff-" + name);
    }

    /** Keeps a picture of what the window shows. */
    void keep(String name) {
        Chromium.keep(page, name, false);
    }
}
