package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** The way from a person's chat to their own page, and what can be pressed there. */
final class OwnPage {

    private OwnPage() {}

    static Page open(BrowserContext phone, String link) {
        Page page = phone.newPage();
        assertThat(page.navigate(link).status()).isEqualTo(200);
        return page;
    }

    static String link(Person person) {
        return opened(person.type("マイページ"), "マイページ");
    }

    static String opened(Person person, String label) {
        return person.phone().press(label).opened().orElseThrow();
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true));
    }
}
