package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The way of an officer into the staff pages, by the names that are promised. */
final class StaffPages {

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
}
