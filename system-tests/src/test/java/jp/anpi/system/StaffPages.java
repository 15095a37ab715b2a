package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** The way of an officer into the staff pages, by the names that are promised. */
final class StaffPages {

    private static final String TWICE =
            "async button => Promise.all([1, 2].map(async () => (await fetch(button.form.action,"
                    + " { method: 'POST', body: new URLSearchParams(new FormData(button.form, button)) })).text()))";

    private StaffPages() {}

    /** At the form, before anything is typed. */
    static Page door(BrowserContext browser, Town town) {
        Page page = browser.newPage();
        assertThat(page.navigate(town.address() + "/admin/").status()).isEqualTo(200);
        return page;
    }

    static Page signIn(BrowserContext browser, Town town) {
        return signIn(door(browser, town), "admin", Town.STAFF_PASSWORD);
    }

    static Page signIn(Page page, String user, String password) {
        page.getByLabel("利用者ID").fill(user);
        page.getByLabel("パスワード").fill(password);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("ログイン").setExact(true))
                .click();
        return page;
    }

    /** The last button of that name. */
    static void press(Page page, String label) {
        press(page, button(page, label).last());
    }

    /** The only button of that name; with two of them it fails. */
    static void pressOnly(Page page, String label) {
        press(page, button(page, label));
    }

    private static Locator button(Page page, String label) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    private static void press(Page page, Locator button) {
        button.click();
        // A click ends with the first bytes of the next page.
        page.waitForLoadState();
    }

    /** An account with the administrator's password; its id. */
    static String account(Town town, String user, String role, String lastDay) {
        String until = lastDay == null ? "null" : "date '" + lastDay + "'";
        town.records()
                .change("insert into staff (organization_id, user_name, display_name, role, password_hash, last_day,"
                        + " created_at) select organization_id, '" + user + "', '" + user + "', '" + role
                        + "', password_hash, " + until + ", created_at from staff where user_name = 'admin'");
        return town.records()
                .column("select id from staff where user_name = ?", user)
                .get(0);
    }

    /** Everybody can use the page, on a desk and on a phone; pictures are kept. */
    static void look(Page page, String name) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as("axe on " + name)
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .isEmpty();
        Chromium.keep(page, "staff-" + name, true);
        page.setViewportSize(390, 844);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing to scroll sideways on " + name)
                .isTrue();
        Chromium.keep(page, "staff-" + name + "-narrow", true);
        page.setViewportSize(1280, 720);
    }

    /** Sends the form of this button twice at once; the pages that come back. */
    static List<String> twice(Locator button) {
        return ((List<?>) button.evaluate(TWICE)).stream().map(Object::toString).toList();
    }
}
