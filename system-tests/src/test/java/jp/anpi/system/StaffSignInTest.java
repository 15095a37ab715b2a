package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Staff sign in by the promised names; nobody else comes in, and nobody learns who else there is. */
class StaffSignInTest {

    private static final Town TOWN = Town.shared();
    private static Chromium chromium;

    @BeforeAll
    static void a_browser() {
        chromium = Chromium.start();
    }

    @Test
    void the_configured_administrator_signs_in_and_out_again() {
        BrowserContext browser = chromium.window(1280, 720);
        Page page = StaffPages.door(browser, TOWN);
        Chromium.keepBoth(page, "staff-sign-in");
        String before = session(browser);

        StaffPages.signIn(page, "admin", Town.STAFF_PASSWORD);

        assertThat(page.url()).isEqualTo(TOWN.address() + "/admin/");
        assertThat(page.title()).isEqualTo("今日");
        assertThat(session(browser)).isNotEqualTo(before);
        Cookie cookie = cookie(browser);
        assertThat(cookie.httpOnly).isTrue();
        assertThat(cookie.sameSite.name()).isEqualTo("LAX");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("ログアウト"))
                .click();
        assertThat(page.locator("main").innerText()).contains("ログアウトしました");
        page.navigate(TOWN.address() + "/admin/");
        assertThat(page.getByLabel("利用者ID").count()).isOne();
    }

    @Test
    void whoever_signs_out_in_one_tab_leaves_nothing_to_be_seen_or_kept_in_another_or_behind_the_back_button() {
        BrowserContext browser = chromium.window(1280, 720);
        Page first = StaffPages.signIn(browser, TOWN);
        Page second = browser.newPage();
        second.navigate(TOWN.address() + "/admin/organization");
        second.getByLabel("お問い合わせ先の名前").fill("書きかけ");
        assertThat((String) second.evaluate("JSON.stringify(sessionStorage)")).contains("書きかけ");
        first.navigate(TOWN.address() + "/admin/people");

        first.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("ログアウト"))
                .click();

        second.waitForURL("**/admin/sign-in?out=1");
        assertThat((String) second.evaluate("JSON.stringify(sessionStorage)")).doesNotContain("書きかけ");
        first.goBack();
        assertThat(first.getByLabel("利用者ID").isVisible()).isTrue();
        StaffPages.signIn(second, "admin", Town.STAFF_PASSWORD);
        second.navigate(TOWN.address() + "/admin/organization");
        assertThat(second.getByLabel("お問い合わせ先の名前").inputValue()).isNotEqualTo("書きかけ");
        second.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))");
        assertThat(second.locator("main").isVisible())
                .as("what a browser keeps of the page")
                .isFalse();
        second.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
        second.waitForCondition(() -> second.locator("main").isVisible());
    }

    @Test
    void a_wrong_user_and_a_wrong_password_read_the_same_and_five_lock() {
        Page page = StaffPages.door(chromium.window(1280, 720), TOWN);
        StaffPages.signIn(page, "admin", "wrong");
        String wrong = page.locator(".problem").innerText();
        assertThat(wrong).contains("利用者IDかパスワードが違います");
        assertThat(page.getByLabel("利用者ID").inputValue()).isEqualTo("admin");

        for (int i = 0; i < 4; i++) {
            StaffPages.signIn(page, "nobody", "wrong");
            assertThat(page.locator(".problem").innerText()).isEqualTo(wrong);
        }
        StaffPages.signIn(page, "nobody", "wrong");
        assertThat(page.locator(".problem").innerText()).contains("15分");
        Chromium.keepBoth(page, "staff-locked");
        TOWN.advanceMinutes(15);
        StaffPages.signIn(page, "nobody", "wrong");
        assertThat(page.locator(".problem").innerText()).isEqualTo(wrong);
    }

    @Test
    void who_is_not_signed_in_sees_no_page_and_is_led_nowhere_else() {
        BrowserContext browser = chromium.window(1280, 720);
        for (String path :
                List.of("", "index.xhtml", "incident?id=1", "staff", "people", "log", "password", "nowhere")) {
            Page page = browser.newPage();
            page.navigate(TOWN.address() + "/admin/" + path);
            assertThat(page.getByLabel("利用者ID").count()).as(path).isOne();
        }
        Page page = browser.newPage();
        page.navigate(TOWN.address() + "/admin/sign-in?to=https://example.com/");
        StaffPages.signIn(page, "admin", Town.STAFF_PASSWORD);
        assertThat(page.url()).isEqualTo(TOWN.address() + "/admin/");
        Page wanted = chromium.window(1280, 720).newPage();
        wanted.navigate(TOWN.address() + "/admin/staff");
        StaffPages.signIn(wanted, "admin", Town.STAFF_PASSWORD);
        assertThat(wanted.url()).isEqualTo(TOWN.address() + "/admin/staff");
    }

    @Test
    void a_session_that_was_brought_along_is_worth_nothing_and_other_sites_send_no_forms() {
        BrowserContext browser = chromium.window(1280, 720);
        Page page = StaffPages.signIn(browser, TOWN);
        Response today = page.navigate(TOWN.address() + "/admin/");
        assertThat(today.headers())
                .containsEntry("cache-control", "no-store")
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("referrer-policy", "no-referrer");
        assertThat(today.headers().get("content-security-policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");

        APIResponse foreign = browser.request()
                .post(
                        TOWN.address() + "/admin/sign-out",
                        RequestOptions.create()
                                .setHeader("Sec-Fetch-Site", "cross-site")
                                .setForm(FormData.create()));
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.text()).doesNotContain("Payara", "Exception");
        page.reload();
        assertThat(page.title()).isEqualTo("今日");

        String brought = session(browser);
        StaffPages.signIn(StaffPages.door(withSession("forged-by-somebody"), TOWN), "admin", Town.STAFF_PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("ログアウト"))
                .click();
        Page late = withSession(brought).newPage();
        late.navigate(TOWN.address() + "/admin/");
        assertThat(late.getByLabel("利用者ID").count()).as("after signing out").isOne();
    }

    @Test
    void a_strangers_body_is_small_or_is_not_read() {
        BrowserContext browser = chromium.window(1280, 720);
        APIResponse large = browser.request()
                .post(
                        TOWN.address() + "/admin/sign-in",
                        RequestOptions.create().setForm(FormData.create().set("enter:user", "x".repeat(9_000))));
        assertThat(large.status()).isEqualTo(413);
        APIResponse unasked = browser.request()
                .post(TOWN.address() + "/admin/staff", RequestOptions.create().setForm(FormData.create()));
        assertThat(unasked.text()).contains("利用者ID");
    }

    private BrowserContext withSession(String id) {
        BrowserContext browser = chromium.window(1280, 720);
        browser.addCookies(
                List.of(new Cookie("JSESSIONID", id).setUrl(TOWN.address().toString())));
        return browser;
    }

    @Test
    void a_first_password_has_to_be_changed_before_anything_else() {
        TOWN.records()
                .change("insert into staff (organization_id, user_name, display_name, role, password_hash,"
                        + " password_to_change, created_at) select organization_id, 'fresh', '佐藤', 'OFFICER',"
                        + " password_hash, true, created_at from staff where user_name = 'admin'");
        Page page = StaffPages.signIn(StaffPages.door(chromium.window(1280, 720), TOWN), "fresh", Town.STAFF_PASSWORD);
        assertThat(page.title()).isEqualTo("パスワードの変更");
        page.navigate(TOWN.address() + "/admin/");
        assertThat(page.title()).isEqualTo("パスワードの変更");
        Chromium.keepBoth(page, "staff-password");
        change(page, "short");
        assertThat(page.locator(".problem").innerText()).contains("10文字以上");
        change(page, "new-secret-words");
        assertThat(page.title()).isEqualTo("今日");
        Response log = page.navigate(TOWN.address() + "/admin/log");
        assertThat(log.status()).as("an officer reads no audit log").isEqualTo(403);
    }

    @Test
    void with_a_second_factor_the_password_alone_opens_nothing() {
        TOWN.records()
                .change("insert into staff (organization_id, user_name, display_name, role, password_hash, created_at)"
                        + " select organization_id, 'careful', '鈴木', 'OFFICER', password_hash, created_at"
                        + " from staff where user_name = 'admin'");
        BrowserContext browser = chromium.window(1280, 720);
        Page page = StaffPages.signIn(StaffPages.door(browser, TOWN), "careful", Town.STAFF_PASSWORD);
        assertThat(browser.request().get(TOWN.address() + "/admin/factor-qr").headers())
                .containsEntry("content-type", "image/png");
        page.navigate(TOWN.address() + "/admin/factor");
        Authenticator app = new Authenticator(page.locator(".secret").innerText(), Clock.systemUTC());
        Chromium.keepBoth(page, "staff-factor");
        page.getByLabel("アプリに出た6桁の数字").fill("000000");
        press(page, "設定する");
        assertThat(page.locator(".problem").innerText()).contains("確認コードが違う");
        page.getByLabel("アプリに出た6桁の数字").fill(app.code(0));
        List<String> answers = StaffPages.twice(page.locator("[id='confirm:go']"));
        press(page, "設定する");
        List<String> recovery = page.locator(".codes li").allInnerTexts();
        assertThat(recovery).hasSize(8);
        assertThat(answers)
                .as("codes that are shown once, to whoever presses twice")
                .allSatisfy(answer -> assertThat(answer).contains(recovery));
        Chromium.keepBoth(page, "staff-factor-done");
        press(page, "ログアウト");

        StaffPages.signIn(page, "careful", Town.STAFF_PASSWORD);
        assertThat(page.title()).isEqualTo("確認コード");
        Chromium.keepBoth(page, "staff-code");
        for (String path : List.of("", "incident?id=1", "password", "factor", "people")) {
            page.navigate(TOWN.address() + "/admin/" + path);
            assertThat(page.title()).as(path).isEqualTo("確認コード");
        }
        show(page, "not a code");
        assertThat(page.locator(".problem").innerText()).contains("確認コードが違う");
        show(page, app.code(1));
        assertThat(page.title()).isEqualTo("今日");
        press(page, "ログアウト");
        StaffPages.signIn(page, "careful", Town.STAFF_PASSWORD);
        show(page, app.code(0));
        assertThat(page.locator(".problem").innerText()).as("an older code").contains("確認コードが違う");
        show(page, recovery.get(3));
        assertThat(page.title()).isEqualTo("今日");
        press(page, "ログアウト");
        StaffPages.signIn(page, "careful", Town.STAFF_PASSWORD);
        show(page, recovery.get(3));
        assertThat(page.locator(".problem").innerText()).as("used before").contains("もう使われて");
    }

    private static void show(Page page, String code) {
        page.getByLabel("確認コード", new Page.GetByLabelOptions().setExact(true)).fill(code);
        press(page, "ログイン");
    }

    private static void press(Page page, String label) {
        StaffPages.pressOnly(page, label);
    }

    private static void change(Page page, String next) {
        var exact = new Page.GetByLabelOptions().setExact(true);
        page.getByLabel("いまのパスワード", exact).fill(Town.STAFF_PASSWORD);
        page.getByLabel("新しいパスワード", exact).fill(next);
        page.getByLabel("新しいパスワード（もう一度）", exact).fill(next);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("変更する"))
                .click();
    }

    private static String session(BrowserContext browser) {
        return browser.cookies().stream()
                .filter(one -> one.name.equals("JSESSIONID"))
                .map(one -> one.value)
                .findFirst()
                .orElse("none");
    }

    private static Cookie cookie(BrowserContext browser) {
        return browser.cookies().stream()
                .filter(one -> one.name.equals("JSESSIONID"))
                .findFirst()
                .orElseThrow();
    }
}
