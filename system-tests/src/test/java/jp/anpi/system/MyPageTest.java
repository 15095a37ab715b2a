package jp.anpi.system;

import static jp.anpi.system.OwnPage.button;
import static jp.anpi.system.OwnPage.link;
import static jp.anpi.system.OwnPage.open;
import static jp.anpi.system.OwnPage.opened;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import jp.anpi.simulator.chat.ChatEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A person's own page: opened from the chat, read on a phone, worth nothing in other hands. */
class MyPageTest {

    private static final Town TOWN = Town.shared();
    private static Chromium chromium;

    @BeforeAll
    static void a_browser() {
        chromium = Chromium.start();
    }

    @Test
    void the_page_shows_how_it_stands_and_what_is_set_R069() {
        TOWN.advanceToNext(7, 0);
        Person hana = TOWN.participant("3日毎", 8).type("おはな🌸").press("はい");
        hana.watcher();
        Page fresh = open(chromium.phone(), link(hana));
        assertThat(fresh.locator("main").innerText()).contains("準備ができました", "おたずねします");
        Chromium.keep(fresh, "my-page-new", true);

        TOWN.advanceToNext(8, 0);
        hana.press("OK");
        Page page = open(chromium.phone(), link(hana));

        String number = hana.number();
        assertThat(page.locator("h1").innerText()).isEqualTo("おはな🌸さん");
        assertThat(page.locator(".headline").innerText()).contains("今日は", "8時00分", "OK", "おたずねします");
        assertThat(page.locator(".facts").innerText())
                .contains(number, "おはな🌸", "3日ごと、8時", "1名", "利用中", "登録日", "27時間たつと");
        assertThat(page.locator("td.answered"))
                .satisfies(days -> assertThat(days.count()).isOne());
        assertThat(page.locator("td.today .spoken").innerText()).contains("今日", "OK");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("ja");
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing to scroll sideways")
                .isTrue();
        Chromium.keep(page, "my-page", true);
        Chromium.keep(page, "my-page-first-look", false);
    }

    @Test
    void a_link_opens_once_and_then_says_kindly_where_to_get_another() {
        Person hana = TOWN.participant("14日毎", 8);
        String link = link(hana);
        open(chromium.phone(), link);

        Page again = chromium.phone().newPage();
        assertThat(again.navigate(link).status()).isEqualTo(410);
        assertThat(again.locator("body").innerText()).contains("LINE", "マイページ").doesNotContain("Payara", "Exception");
        Chromium.keep(again, "link-used", false);

        String late = link(hana);
        TOWN.advance(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(chromium.phone().newPage().navigate(late).status()).isEqualTo(410);
        for (String path : List.of("/my/", "/my/away", "/my/watched", "/my/open/", "/my/open/x", "/my/index.xhtml")) {
            Response closed = chromium.phone().newPage().navigate(TOWN.address() + path);
            assertThat(closed.status()).as(path).isIn(403, 404, 410);
            assertThat(closed.text()).as(path).contains("LINE").doesNotContain("Payara", "Exception");
        }
        assertThat(chromium.phone()
                        .newPage()
                        .navigate(TOWN.address() + "/nowhere")
                        .text())
                .contains("ページが見つかりません")
                .doesNotContain("Payara");
    }

    @Test
    void ok_on_the_page_answers_the_question_E4() {
        TOWN.advanceToNext(7, 0);
        Person hana = TOWN.participant("14日毎", 8);
        TOWN.advanceToNext(8, 0);
        Page page = open(chromium.phone(), link(hana));
        assertThat(page.locator(".headline").innerText()).contains("お元気ですか");
        Chromium.keep(page, "my-page-question", false);

        button(page, "OK").click();

        assertThat(page.locator(".headline").innerText()).contains("OK", "おたずねします");
        assertThat(button(page, "OK").count()).isZero();
        assertThat(TOWN.records().checkInStates(hana.phone().userId())).containsExactly("CONFIRMED");
        hana.news();
        TOWN.advance(Duration.ofHours(28));
        assertThat(hana.news()).isEmpty();
    }

    @Test
    void a_pause_is_set_with_a_date_and_ended_again_E10() {
        TOWN.advanceToNext(7, 0);
        Person hana = TOWN.participant("毎日", 8);
        LocalDate today = TOWN.localNow().toLocalDate();
        Page page = open(chromium.phone(), link(hana));
        link(page, "お休みする").click();
        Locator day = page.getByLabel("お休みの最後の日");
        Chromium.keep(page, "away", false);

        day.fill(today.minusDays(1).toString());
        button(page, "この日までお休みする").click();
        assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("過ぎた日", "今日");
        assertThat(day.inputValue()).isEqualTo(today.minusDays(1).toString());
        assertThat(day.getAttribute("aria-invalid")).isEqualTo("true");
        Chromium.keep(page, "away-wrong", false);
        day.fill(today.plusYears(2).toString());
        button(page, "この日までお休みする").click();
        assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("1年まで");
        day.fill("");
        button(page, "この日までお休みする").click();
        assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("選んでください");

        day.fill(today.plusDays(2).toString());
        button(page, "この日までお休みする").click();
        assertThat(page.locator("main").innerText()).contains("までお休みです", "お休み中");
        Chromium.keep(page, "my-page-away", false);
        hana.news();
        TOWN.advance(Duration.ofHours(26));
        assertThat(hana.questions()).isEmpty();

        link(page, "再開する").click();
        button(page, "はい").click();
        assertThat(page.locator("main").innerText()).contains("利用中");
        TOWN.advanceToNext(8, 0);
        assertThat(hana.questions()).hasSize(1);
    }

    @Test
    void a_watcher_sees_how_it_stands_as_long_as_they_watch_R068() {
        TOWN.advanceToNext(7, 0);
        Person hana = TOWN.participant("7日毎", 8).type("おはな").press("はい");
        Person son = hana.watcher();
        TOWN.advanceToNext(8, 0);
        TOWN.advance(Duration.ofHours(27));
        ChatEntry alert =
                son.pushed().stream().filter(Person::isAlert).findFirst().orElseThrow();
        son.press(alert, "確認する");
        BrowserContext phone = chromium.phone();
        Page page = open(phone, opened(son, "ようすを見る"));
        assertThat(page.locator("h1").innerText()).isEqualTo("おはなさん");
        assertThat(page.locator("main").innerText()).contains("返事がありません", "連絡をとってみてください", "最後のOK", "7日ごと、8時");
        assertThat(button(page, "OK").count()).isZero();
        Chromium.keep(page, "watched", true);
        assertThat(page.navigate(TOWN.address() + "/my/").status()).isEqualTo(403);
        assertThat(page.navigate(TOWN.address() + "/my/away").status()).isEqualTo(403);

        Page own = open(chromium.phone(), link(son));
        assertThat(own.locator(".people").innerText()).contains("おはな", "返事がありません");
        Chromium.keep(own, "my-page-watcher", true);

        hana.type("退会").press("はい");
        assertThat(page.navigate(TOWN.address() + "/my/watched").status()).isEqualTo(403);
        assertThat(page.locator("body").innerText()).doesNotContain("おはな");
        own.reload();
        assertThat(own.locator("main").innerText()).doesNotContain("おはな");
    }

    @Test
    void a_form_of_another_site_or_session_does_nothing() {
        TOWN.advanceToNext(7, 0);
        Person hana = TOWN.participant("14日毎", 8);
        TOWN.advanceToNext(8, 0);
        BrowserContext phone = chromium.phone();
        Page page = open(phone, link(hana));
        String state =
                page.locator("input[name='jakarta.faces.ViewState']").first().inputValue();
        Person taro = TOWN.participant("14日毎", 8);
        BrowserContext others = chromium.phone();
        open(others, link(taro));

        assertThat(sent(phone, "", "same-origin").status()).as("no view state").isEqualTo(403);
        assertThat(sent(phone, state, "cross-site").status()).as("another site").isEqualTo(403);
        assertThat(sent(phone, state, "same-site").status())
                .as("a neighbouring site")
                .isEqualTo(403);
        assertThat(sent(phone, "stateless", "same-origin").status()).isGreaterThanOrEqualTo(400);
        assertThat(sent(others, state, "same-origin").status())
                .as("another session")
                .isGreaterThanOrEqualTo(400);
        assertThat(sent(chromium.phone(), state, "same-origin").status())
                .as("no session")
                .isEqualTo(403);

        assertThat(TOWN.records().checkInStates(hana.phone().userId())).containsExactly("SENT");
        button(page, "OK").click();
        assertThat(TOWN.records().checkInStates(hana.phone().userId())).containsExactly("CONFIRMED");
    }

    @Test
    void a_session_brought_along_is_worth_nothing() {
        Person hana = TOWN.participant("14日毎", 8).type("おはな").press("はい");
        BrowserContext attacker = chromium.phone();
        open(attacker, link(TOWN.participant("14日毎", 8)));
        Cookie planted = session(attacker);
        BrowserContext victim = chromium.phone();
        victim.addCookies(List.of(new Cookie(planted.name, planted.value).setUrl(TOWN.address() + "/")));

        Page page = open(victim, link(hana));

        assertThat(session(victim).value).isNotEqualTo(planted.value);
        assertThat(session(victim).httpOnly).isTrue();
        assertThat(String.valueOf(session(victim).sameSite)).isIn("LAX", "STRICT");
        assertThat(page.url()).doesNotContain("jsessionid", planted.value);
        assertThat(attacker.newPage().navigate(TOWN.address() + "/my/").text()).doesNotContain("おはな");
        Response inTheAddress =
                chromium.phone().newPage().navigate(TOWN.address() + "/my/;jsessionid=" + session(victim).value);
        assertThat(inTheAddress.text()).doesNotContain("おはな");
        assertThat(inTheAddress.status()).isEqualTo(403);
    }

    @Test
    void a_refusal_and_an_oddly_spelt_address_carry_the_same_headers() {
        BrowserContext phone = chromium.phone();
        open(phone, link(TOWN.participant("14日毎", 8)));
        for (String path : List.of("/my/nowhere", "//my/", "/%6dy/", "/my/")) {
            APIResponse answer = phone.request().get(TOWN.address() + path);
            assertThat(answer.headers())
                    .as(path + " " + answer.status())
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsKey("content-security-policy")
                    .hasEntrySatisfying(
                            "cache-control", value -> assertThat(value).contains("no-store"));
        }
        assertThat(chromium.phone().request().get(TOWN.address() + "/my/").headers())
                .containsEntry("x-content-type-options", "nosniff");
    }

    @Test
    void the_browser_is_told_what_our_pages_never_need() {
        Page page = chromium.phone().newPage();
        List<String> complaints = new java.util.ArrayList<>();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        Response response = page.navigate(link(TOWN.participant("14日毎", 8)));

        assertThat(response.headers())
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("referrer-policy", "no-referrer")
                .hasEntrySatisfying("cache-control", value -> assertThat(value).contains("no-store"))
                .hasEntrySatisfying("content-security-policy", value -> assertThat(value)
                        .contains("default-src 'none'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"))
                .doesNotContainKey("x-powered-by")
                .doesNotContainKey("server");
        assertThat(response.text()).doesNotContain("<script", "onclick=", "style=");
        assertThat(complaints).isEmpty();
    }

    @Test
    void the_invitation_is_there_to_be_shown_face_to_face_R048() {
        Person hana = TOWN.participant("14日毎", 8);
        hana.inviteWatcher();
        Page page = open(chromium.phone(), opened(hana, "QRコードを見せる"));

        assertThat((Integer) page.locator("img.qr").evaluate("image => image.naturalWidth"))
                .isGreaterThan(100);
        assertThat(page.locator("main").innerText()).contains("招待コード");
        Chromium.keep(page, "invitation", true);
    }

    private APIResponse sent(BrowserContext phone, String viewState, String site) {
        return phone.request()
                .post(
                        TOWN.address() + "/my/",
                        RequestOptions.create()
                                .setHeader("Sec-Fetch-Site", site)
                                .setMaxRedirects(0)
                                .setForm(FormData.create()
                                        .set("answer", "answer")
                                        .set("answer:ok", "OK")
                                        .set("jakarta.faces.ViewState", viewState)));
    }

    private static Cookie session(BrowserContext phone) {
        return phone.cookies().stream()
                .filter(cookie -> cookie.name.toUpperCase(java.util.Locale.ROOT).contains("SESSION"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no session: " + phone.cookies()));
    }
}
