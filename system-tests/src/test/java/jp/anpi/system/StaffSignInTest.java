package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Response;
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
        Desk desk = Desk.door(TOWN);
        BrowserContext browser = desk.page().context();
        Chromium.keepBoth(desk.page(), "staff-sign-in");
        String before = session(browser);

        desk.signIn("admin");

        assertThat(desk.page().url()).isEqualTo(TOWN.address() + "/admin/");
        assertThat(desk.page().title()).isEqualTo("今日");
        assertThat(session(browser)).isNotEqualTo(before);
        Cookie cookie = cookie(browser);
        assertThat(cookie.httpOnly).isTrue();
        assertThat(cookie.sameSite.name()).isEqualTo("LAX");
        desk.press("ログアウト");
        assertThat(desk.main()).contains("ログアウトしました");
        desk.open("");
        assertThat(desk.field("利用者ID").count()).isOne();
    }

    @Test
    void whoever_signs_out_in_one_tab_leaves_nothing_to_be_seen_or_kept_in_another_or_behind_the_back_button() {
        Desk first = Desk.of(TOWN);
        Desk second = first.beside();
        second.open("organization");
        second.fill("お問い合わせ先の名前", "書きかけ");
        assertThat((String) second.page().evaluate("JSON.stringify(sessionStorage)"))
                .contains("書きかけ");
        first.open("people");

        first.press("ログアウト");

        second.page().waitForURL("**/admin/sign-in?out=1");
        assertThat((String) second.page().evaluate("JSON.stringify(sessionStorage)"))
                .doesNotContain("書きかけ");
        first.page().goBack();
        assertThat(first.field("利用者ID").isVisible()).isTrue();
        second.signIn("admin");
        second.open("organization");
        assertThat(second.typed("お問い合わせ先の名前")).isNotEqualTo("書きかけ");
        second.page().evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))");
        assertThat(second.page().locator("main").isVisible())
                .as("what a browser keeps of the page")
                .isFalse();
        second.page().evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
        second.page().waitForCondition(() -> second.page().locator("main").isVisible());
    }

    @Test
    void a_wrong_user_and_a_wrong_password_read_the_same_and_five_lock() {
        Desk desk = Desk.door(TOWN);
        desk.signIn("admin", "wrong");
        String wrong = desk.problem();
        assertThat(wrong).contains("利用者IDかパスワードが違います");
        assertThat(desk.typed("利用者ID")).isEqualTo("admin");

        for (int i = 0; i < 4; i++) {
            desk.signIn("nobody", "wrong");
            assertThat(desk.problem()).isEqualTo(wrong);
        }
        desk.signIn("nobody", "wrong");
        assertThat(desk.problem()).contains("15分");
        Chromium.keepBoth(desk.page(), "staff-locked");
        TOWN.advanceMinutes(15);
        desk.signIn("nobody", "wrong");
        assertThat(desk.problem()).isEqualTo(wrong);
    }

    @Test
    void who_is_not_signed_in_sees_no_page_and_is_led_nowhere_else() {
        BrowserContext browser = chromium.window(1280, 720);
        for (String path :
                List.of("", "index.xhtml", "incident?id=1", "staff", "people", "log", "password", "nowhere")) {
            Desk desk = Desk.at(TOWN, browser);
            desk.open(path);
            assertThat(desk.field("利用者ID").count()).as(path).isOne();
        }
        Desk desk = Desk.at(TOWN, browser);
        desk.open("sign-in?to=https://example.com/");
        desk.signIn("admin");
        assertThat(desk.page().url()).isEqualTo(TOWN.address() + "/admin/");
        Desk wanted = Desk.at(TOWN, chromium.window(1280, 720));
        wanted.open("staff");
        wanted.signIn("admin");
        assertThat(wanted.page().url()).isEqualTo(TOWN.address() + "/admin/staff");
    }

    @Test
    void a_session_that_was_brought_along_is_worth_nothing_and_other_sites_send_no_forms() {
        Desk desk = Desk.of(TOWN);
        BrowserContext browser = desk.page().context();
        Response today = desk.visit("");
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
        desk.page().reload();
        assertThat(desk.page().title()).isEqualTo("今日");

        String brought = session(browser);
        Desk.at(TOWN, withSession("forged-by-somebody")).open("").signIn("admin");
        desk.press("ログアウト");
        Desk late = Desk.at(TOWN, withSession(brought));
        late.open("");
        assertThat(late.field("利用者ID").count()).as("after signing out").isOne();
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
        Desk desk = Desk.of(TOWN, "fresh");
        assertThat(desk.page().title()).isEqualTo("パスワードの変更");
        desk.open("");
        assertThat(desk.page().title()).isEqualTo("パスワードの変更");
        Chromium.keepBoth(desk.page(), "staff-password");
        change(desk, "short");
        assertThat(desk.problem()).contains("10文字以上");
        change(desk, "new-secret-words");
        assertThat(desk.page().title()).isEqualTo("今日");
        Response log = desk.visit("log");
        assertThat(log.status()).as("an officer reads no audit log").isEqualTo(403);
    }

    @Test
    void with_a_second_factor_the_password_alone_opens_nothing() {
        StaffPages.account(TOWN, "careful", "鈴木", "OFFICER", null);
        Desk desk = Desk.of(TOWN, "careful");
        BrowserContext browser = desk.page().context();
        assertThat(browser.request().get(TOWN.address() + "/admin/factor-qr").headers())
                .containsEntry("content-type", "image/png");
        desk.open("factor");
        Authenticator app = new Authenticator(desk.text(".secret"), Clock.systemUTC());
        Chromium.keepBoth(desk.page(), "staff-factor");
        desk.fill("アプリに出た6桁の数字", "000000");
        desk.press("設定する");
        assertThat(desk.problem()).contains("確認コードが違う");
        desk.fill("アプリに出た6桁の数字", app.code(0));
        List<String> answers = StaffPages.twice(desk.page().locator("[id='confirm:go']"));
        desk.press("設定する");
        List<String> recovery = desk.page().locator(".codes li").allInnerTexts();
        assertThat(recovery).hasSize(8);
        assertThat(answers)
                .as("codes that are shown once, to whoever presses twice")
                .allSatisfy(answer -> assertThat(answer).contains(recovery));
        Chromium.keepBoth(desk.page(), "staff-factor-done");
        desk.press("ログアウト");

        desk.signIn("careful");
        assertThat(desk.page().title()).isEqualTo("確認コード");
        Chromium.keepBoth(desk.page(), "staff-code");
        for (String path : List.of("", "incident?id=1", "password", "factor", "people")) {
            desk.open(path);
            assertThat(desk.page().title()).as(path).isEqualTo("確認コード");
        }
        show(desk, "not a code");
        assertThat(desk.problem()).contains("確認コードが違う");
        show(desk, app.code(1));
        assertThat(desk.page().title()).isEqualTo("今日");
        desk.press("ログアウト");
        desk.signIn("careful");
        show(desk, app.code(0));
        assertThat(desk.problem()).as("an older code").contains("確認コードが違う");
        show(desk, recovery.get(3));
        assertThat(desk.page().title()).isEqualTo("今日");
        desk.press("ログアウト");
        desk.signIn("careful");
        show(desk, recovery.get(3));
        assertThat(desk.problem()).as("used before").contains("もう使われて");
    }

    private static void show(Desk desk, String code) {
        desk.fill("確認コード", code);
        desk.press("ログイン");
    }

    private static void change(Desk desk, String next) {
        desk.fill("いまのパスワード", Town.STAFF_PASSWORD);
        desk.fill("新しいパスワード", next);
        desk.fill("新しいパスワード（もう一度）", next);
        desk.press("変更する");
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
