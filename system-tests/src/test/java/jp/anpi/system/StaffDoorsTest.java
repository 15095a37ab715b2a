package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.anpi.system.StaffVisitor.Form;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The doors of the staff pages, tried without a browser: sessions, forms of others, headers, redirects, error pages. */
class StaffDoorsTest {

    private static final Town TOWN = Town.shared();
    private static final List<String> PAGES = List.of(
            "",
            "people",
            "staff",
            "log",
            "password",
            "factor",
            "organization",
            "rules",
            "terms",
            "channel",
            "protocol");
    private static final String DEEDS =
            "select count(*) from audit_entry where action not like 'LOOKED%' and action not like 'SIGN%'";

    private static StaffVisitor administrator;

    @BeforeAll
    static void an_administrator() {
        administrator = new StaffVisitor(TOWN.address());
        assertThat(administrator.signIn("admin", Town.STAFF_PASSWORD).statusCode())
                .isEqualTo(302);
    }

    @Test
    void a_session_that_somebody_else_prepared_is_not_the_one_that_is_signed_in() {
        StaffVisitor attacker = new StaffVisitor(TOWN.address());
        attacker.get("/admin/sign-in");
        attacker.get("/admin/password");
        String prepared = attacker.session().isEmpty() ? "prepared-by-somebody" : attacker.session();
        StaffVisitor victim = new StaffVisitor(TOWN.address()).with(prepared);
        HttpResponse<String> entered = victim.signIn("admin", Town.STAFF_PASSWORD);

        assertThat(entered.statusCode()).isEqualTo(302);
        assertThat(victim.session()).isNotEqualTo(prepared);
        assertThat(victim.get("/admin/people").statusCode()).isEqualTo(200);
        assertThat(attacker.with(prepared).get("/admin/people").statusCode()).isEqualTo(302);
        assertThat(entered.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID="))
                .isNotEmpty()
                .allMatch(cookie ->
                        cookie.contains("HttpOnly") && cookie.toLowerCase().contains("samesite=lax"));
        assertThat(victim.get("/admin/people").body())
                .as("the session never stands in an address")
                .doesNotContain("jsessionid");
    }

    @Test
    void no_form_does_anything_when_another_site_sends_it_or_without_the_state_of_its_own_view() {
        StaffVisitor colleague = new StaffVisitor(TOWN.address());
        colleague.signIn("admin", Town.STAFF_PASSWORD);
        long before = TOWN.records().count(DEEDS);
        int forms = 0;
        for (String page : PAGES) {
            String path = "/admin/" + page;
            for (Form form : StaffVisitor.forms(administrator.get(path).body())) {
                forms++;
                String which = path + " " + form.fields().keySet();
                for (Map<String, String> foreign : List.of(
                        Map.of("Sec-Fetch-Site", "cross-site"),
                        Map.of("Sec-Fetch-Site", "same-site"),
                        Map.of("Origin", "https://example.com"))) {
                    assertThat(administrator.post(form, foreign).statusCode())
                            .as(which + " " + foreign)
                            .isEqualTo(403);
                }
                if (form.fields().containsKey(StaffVisitor.STATE)) {
                    for (String state : List.of("", "1:1", stateOf(colleague, path))) {
                        HttpResponse<String> answer =
                                administrator.post(form.with(StaffVisitor.STATE, state), Map.of());
                        assertThat(answer.statusCode()).as(which + " " + state).isIn(200, 403);
                    }
                }
            }
        }
        assertThat(forms).as("forms that were found").isGreaterThan(15);
        assertThat(TOWN.records().count(DEEDS)).isEqualTo(before);

        administrator.post(
                addition().with("add:user", "by-hand").with("add:name", "手").with("add:role", "OFFICER"), Map.of());
        assertThat(TOWN.records().count(DEEDS))
                .as("sent by its own page with its own state")
                .isEqualTo(before + 1);
    }

    /** The form that adds somebody to the staff. */
    private static Form addition() {
        return StaffVisitor.forms(administrator.get("/admin/staff").body()).stream()
                .filter(form -> form.fields().containsKey("add:user"))
                .findFirst()
                .orElseThrow();
    }

    private static String stateOf(StaffVisitor visitor, String path) {
        return StaffVisitor.forms(visitor.get(path).body()).stream()
                .flatMap(form -> Stream.ofNullable(form.fields().get(StaffVisitor.STATE)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_page_and_every_error_carries_the_headers_and_tells_nothing_of_the_inside() {
        for (String path : Stream.concat(PAGES.stream(), Stream.of("nowhere", "incident?id=x", "sign-in", "factor-qr"))
                .toList()) {
            look(administrator.get("/admin/" + path), path);
        }
        HttpResponse<String> missing = administrator.get("/admin/nowhere");
        assertThat(missing.statusCode()).isEqualTo(404);
        HttpResponse<String> expired = administrator.post(addition().with(StaffVisitor.STATE, "1:1"), Map.of());
        assertThat(expired.statusCode()).isEqualTo(403);
        assertThat(expired.body()).contains("<h1>");
        HttpResponse<String> stranger = new StaffVisitor(TOWN.address()).get("/admin/log");
        for (HttpResponse<String> answer : List.of(missing, expired, stranger)) {
            look(answer, answer.uri().toString());
        }
    }

    private static void look(HttpResponse<String> answer, String path) {
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .as(path)
                .contains("default-src 'none'", "script-src 'self'", "form-action 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                .as(path)
                .contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).as(path).contains("no-referrer");
        assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                .as(path)
                .contains("no-store");
        assertThat(answer.headers().map()).as(path).doesNotContainKeys("server", "x-powered-by");
        assertThat(answer.body())
                .as(path)
                .doesNotContain("Payara", "Exception", "jakarta.faces.application", "at jp.anpi", "SQL");
    }

    @Test
    void whoever_signs_out_after_the_session_has_ended_by_itself_is_told_that_they_have() {
        StaffVisitor colleague = new StaffVisitor(TOWN.address());
        colleague.signIn("admin", Town.STAFF_PASSWORD);
        Form leave = StaffVisitor.forms(colleague.get("/admin/").body()).stream()
                .filter(form -> form.action().endsWith("/admin/sign-out"))
                .findFirst()
                .orElseThrow();

        HttpResponse<String> answer = new StaffVisitor(TOWN.address()).post(leave, Map.of());

        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/admin/sign-in?out=1");
    }

    /** Behind the proxy's TLS: where a form leads to http, or to another host, the browser refuses to send it at all. */
    @Test
    void redirects_name_the_path_alone_whatever_scheme_and_host_the_browser_sees() {
        assertThat(new StaffVisitor(TOWN.address())
                        .signIn("admin", Town.STAFF_PASSWORD)
                        .headers()
                        .firstValue("Location"))
                .contains("/admin/");
        assertThat(Wire.ask(
                        TOWN.address(),
                        "GET /admin/people HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .contains("\r\nLocation: /admin/sign-in?to=")
                .doesNotContain("evil.example");
    }

    @Test
    void signing_in_leads_nowhere_but_to_our_own_pages() {
        for (String wanted : List.of(
                "https://example.com/",
                "//example.com/",
                "/\\example.com",
                "/admin/\\example.com",
                "/admin/..//example.com",
                "/admin/%2f%2fexample.com",
                "/admin/people\r\nSet-Cookie: a=b",
                "javascript:alert(1)",
                "/my/",
                "/admin/sign-out?x=../../")) {
            HttpResponse<String> answer = new StaffVisitor(TOWN.address()).signIn("admin", Town.STAFF_PASSWORD, wanted);
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .as(wanted)
                    .isIn("/admin/", TOWN.address() + "/admin/");
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .as(wanted)
                    .noneMatch(cookie -> cookie.startsWith("a="));
        }
    }
}
