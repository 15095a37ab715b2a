package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** The way of an officer into the staff pages, by the names that are promised. */
final class StaffPages {

    private static final String TWICE =
            "async button => Promise.all([1, 2].map(async () => (await fetch(button.form.action,"
                    + " { method: 'POST', body: new URLSearchParams(new FormData(button.form, button)) })).text()))";

    private StaffPages() {}

    /** An account with the administrator's password; its id. */
    static String account(Town town, String user, String role, String lastDay) {
        return account(town, user, user, role, lastDay);
    }

    static String account(Town town, String user, String name, String role, String lastDay) {
        String until = lastDay == null ? "null" : "date '" + lastDay + "'";
        town.records()
                .change("insert into staff (organization_id, user_name, display_name, role, password_hash, last_day,"
                        + " created_at) select organization_id, '" + user + "', '" + name + "', '" + role
                        + "', password_hash, " + until + ", created_at from staff where user_name = 'admin'");
        return town.records()
                .column("select id from staff where user_name = ?", user)
                .get(0);
    }

    /** Everybody can use the page, with whatever they use it. */
    static void passesAxe(Page page, String name) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as("axe on " + name)
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .isEmpty();
    }

    /** Sends the form of this button twice at once; the pages that come back. */
    static List<String> twice(Locator button) {
        return ((List<?>) button.evaluate(TWICE)).stream().map(Object::toString).toList();
    }
}
