package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.anpi.launcher.Installation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every field of every form of the staff pages with what no field may take: too long, control characters, a choice that was
 * not offered, a day that is in no calendar. Each time the field says so, everything that was typed is still there, rare
 * letters and markup included, and nothing was kept.
 */
class BadInputTest {

    private static final Town TOWN = Town.shared();
    private static final Path PAGES =
            Installation.locate().home().resolve("modules/admin-web/src/main/resources/META-INF/resources");
    private static final Pattern FORM = Pattern.compile("<(?:h:)?form\\b[^>]*>");
    private static final Pattern NAME = Pattern.compile("\\bid=\"([\\w-]+)\"|^<form class=\"([\\w-]+)\"(?!.* id=)");

    /** Forms that only press a button or turn a page. */
    private static final Set<String> WITHOUT_FIELDS = Set.of(
            "page leave",
            "staff change",
            "incident take",
            "announcement-deeds stop",
            "announcement-deeds withdraw",
            "announcement-deeds discard",
            "templates remove",
            "people next",
            "team chosen",
            "ending back",
            "policy common",
            "partner end",
            "person death",
            "person watcher",
            "personal reveal",
            "personal withdraw",
            "channel try");

    /** Forms in which nothing can be typed, and whatever is chosen leads somewhere. */
    private static final Set<String> ONLY_CHOICES =
            Set.of("announcements rule", "write begin", "incident checklist", "teams search", "partner hand");

    /**
     * Not there where the properties name the channel, as they do here: {@link FirstRunTest} tries it; and not before a step
     * is ticked: {@link IncidentWorkTest} does.
     */
    private static final Set<String> ELSEWHERE = Set.of("channel channel", "incident take-back");

    /**
     * A form to be tried.
     *
     * @param address below {@code /admin/}
     * @param atTheField whether each field says itself what is wrong with it, else the page does
     * @param tooLong more letters than any of its fields takes
     */
    private record Form(String address, boolean atTheField, int tooLong) {

        static Form at(String address) {
            return new Form(address, true, 2_100);
        }

        static Form above(String address) {
            return new Form(address, false, 2_100);
        }
    }

    private static Desk desk;
    private static Map<String, Form> forms;

    @BeforeAll
    static void an_administrator() {
        desk = Desk.of(TOWN);
        forms = forms();
    }

    /** Wrong passwords and codes were many: nobody else shall be locked out. */
    @AfterAll
    static void nothing_was_tried() {
        TOWN.records().change("delete from sign_in_attempt");
    }

    @Test
    void each_form_of_the_pages_stands_in_a_table_here() throws IOException {
        Set<String> named = new TreeSet<>(forms.keySet());
        named.addAll(WITHOUT_FIELDS);
        named.addAll(ONLY_CHOICES);
        named.addAll(ELSEWHERE);
        assertThat(named).isEqualTo(formsInThePages());
    }

    @Test
    void no_field_of_any_form_takes_what_it_must_not() {
        assumeTrue(Boolean.getBoolean("anpi.test.full"));
        List<String> findings = new ArrayList<>();
        forms.forEach((name, form) -> {
            Page from = name.startsWith("code ") ? behindTheCode() : desk.page();
            Map<String, String> before = everythingKept();
            findings.addAll(tried(from, form, name.substring(name.indexOf(' ') + 1)).stream()
                    .map(finding -> name + ": " + finding)
                    .toList());
            everythingKept().entrySet().stream()
                    .filter(table -> !table.getValue().equals(before.get(table.getKey())))
                    .forEach(table -> findings.add(name + " has kept something in " + table.getKey()));
        });
        assertThat(findings).isEmpty();
    }

    /** Each form by its file and its name, at an address that shows it. */
    private static Map<String, Form> forms() {
        String person = person();
        String incident = incident(person);
        // Whoever looks at an incident for the first time makes the organization's checklist.
        desk.open("incident?id=" + incident);
        String draft = announcement("DRAFT", "null");
        String waiting = announcement("WAITING_FOR_APPROVAL", "-1");
        String team = team(false);
        Map<String, Form> forms = new LinkedHashMap<>();
        forms.put("sign-in enter", Form.at("sign-in"));
        forms.put("password change", Form.at("password"));
        forms.put("factor confirm", Form.at("factor"));
        forms.put("code enter", Form.at("code"));
        forms.put("staff add", Form.at("staff"));
        String officer = officer();
        forms.put("staff reach", Form.above("staff?id=" + officer));
        forms.put("staff account", Form.at("staff?id=" + officer));
        forms.put("incident contact", Form.at("incident?id=" + incident));
        forms.put("incident hand-over", Form.at("incident?id=" + incident));
        forms.put("incident closing", Form.at("incident?id=" + incident));
        forms.put("incident print", Form.at("incident?id=" + incident));
        forms.put("people search", Form.at("people"));
        forms.put("person pause", Form.above("person?id=" + person));
        forms.put("person place", Form.above("person?id=" + person));
        // Not offered of somebody about whom something is open.
        forms.put("person departure", Form.at("person?id=" + quiet()));
        forms.put("personal write", Form.above("personal?edit=1&id=" + person));
        forms.put("teams add", Form.above("teams"));
        forms.put("team join", Form.above("team?id=" + team));
        forms.put("team change", Form.above("team?id=" + team));
        forms.put("policy rules", Form.above("policy?id=" + team));
        forms.put("partner new", Form.at("partner?id=" + team));
        forms.put("ending end", Form.at("ending?id=" + team));
        forms.put("districts add", Form.above("districts"));
        forms.put("districts change", Form.above("districts?id=" + district()));
        forms.put("organization organization", Form.above("organization"));
        forms.put("rules rules", Form.above("rules"));
        forms.put("terms terms", new Form("terms", false, 10_100));
        forms.put("protocol protocol", Form.above("protocol"));
        forms.put("write write", Form.at("write"));
        forms.put("announcement-deeds submit", Form.at("announcement?id=" + draft));
        forms.put("announcement-deeds emergency", Form.at("announcement?id=" + draft));
        forms.put("announcement-deeds approve", Form.at("announcement?id=" + waiting));
        forms.put("announcement-deeds back", Form.at("announcement?id=" + waiting));
        forms.put("paper issue", Form.at("paper?team=" + team));
        forms.put("paper withdraw", Form.at("paper?team=" + team(true)));
        return forms;
    }

    private static Set<String> formsInThePages() throws IOException {
        Set<String> forms = new TreeSet<>();
        try (Stream<Path> files = Files.walk(PAGES)) {
            for (Path file : files.filter(one ->
                            one.toString().contains("admin") && one.toString().endsWith(".xhtml"))
                    .toList()) {
                String name = file.getFileName().toString().replace(".xhtml", "");
                Matcher form = FORM.matcher(Files.readString(file));
                while (form.find()) {
                    forms.add(name + " " + name(form.group()));
                }
            }
        }
        return forms;
    }

    private static String name(String tag) {
        Matcher known = NAME.matcher(tag);
        if (!known.find()) {
            return "next";
        }
        return known.group(1) == null ? known.group(2) : known.group(1);
    }

    /** Runs within the browser: takes the form from its page, spoils one field after the other, and reads the answer. */
    @SuppressWarnings("unchecked")
    private static List<String> tried(Page from, Form form, String name) {
        return (List<String>) from.evaluate(
                SCRIPT,
                Map.of(
                        "address",
                        "/admin/" + form.address(),
                        "form",
                        name,
                        "strict",
                        form.atTheField(),
                        "tooLong",
                        form.tooLong()));
    }

    private static final String SCRIPT = """
            async ({address, form, strict, tooLong}) => {
              const odd = "髙𠮷葛\\u{E0100}👵🏽<b>=1+1";
              const findings = [];
              const read = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");
              const find = (doc) => doc.getElementById(form) || doc.querySelector("form." + form);
              const fresh = async () => find(await read(await fetch(address)));
              const shape = await fresh();
              if (!shape) return ["is not at " + address];
              const kind = (field) => field.tagName === "SELECT" ? "select" : field.tagName === "TEXTAREA" ? "text" : field.type;
              const fields = [...shape.querySelectorAll("input:not([type=hidden]):not([type=submit]), textarea, select")];
              // A tick that may be missing is no bad input, and an address that somebody made up finds everybody.
              const names = [...new Set(fields.map((field) => field.name))].filter((name) => {
                const field = shape.querySelector(`[name="${name}"]`);
                const optional = field.type === "checkbox" && !field.hasAttribute("aria-describedby");
                return !optional && !(shape.method === "get" && field.tagName === "SELECT");
              });
              const kinds = new Map(fields.map((field) => [field.name, kind(field)]));
              const secret = (field) => kinds.get(field) === "password" || shape.querySelector(
                  `[name="${field}"]`).autocomplete === "one-time-code";
              const written = (name) => ["text", "password", "search"].includes(kinds.get(name));
              const bad = (name) => ({
                select: ["NOWHERE"], radio: ["NOWHERE"], checkbox: [null],
                date: ["2026-02-30", "きのう", "99999-01-01", "2026-13-01"],
                "datetime-local": ["2026-02-30T10:00", "きのう", "2026-11-30T25:00", "2026-11-30"],
              }[kinds.get(name)] || ["x\\u0000y", "x\\u0007y", "\\uE000", "x".repeat(tooLong)]);
              for (const name of names) {
                for (const value of bad(name)) {
                  const what = name + " = " + JSON.stringify(value).slice(0, 20);
                  const sent = await fresh();
                  const data = new URLSearchParams(new FormData(sent));
                  for (const other of names.filter((one) => one !== name)) {
                    if (written(other)) data.set(other, odd);
                    if (kinds.get(other) === "checkbox") data.set(other, "on");
                    if (kinds.get(other) === "radio") data.set(other, shape.querySelector(`[name="${other}"]`).value);
                  }
                  if (value === null) data.delete(name); else data.set(name, value);
                  const button = sent.querySelector("input[type=submit]");
                  if (button) data.set(button.name, button.value);
                  const post = sent.method === "post";
                  const target = new URL(sent.getAttribute("action"), location.href).pathname;
                  const answer = post ? await fetch(target, {method: "POST", body: data})
                                      : await fetch(target + "?" + data);
                  if (answer.status !== 200) { findings.push(what + " is answered by " + answer.status); continue; }
                  const shown = find(await read(answer));
                  if (!shown) { findings.push(what + " was taken"); continue; }
                  const field = shown.querySelector(`[name="${name}"]`);
                  const at = (field.getAttribute("aria-describedby") || name + "-error").split(" ")
                      .map((id) => shown.ownerDocument.getElementById(id)).filter((one) => one);
                  const said = at.filter((one) => one.matches(".error, .problem")).map((one) => one.textContent).join("");
                  const anywhere = (secret(name) || !strict)
                      && [...shown.ownerDocument.querySelectorAll(".problem:not([hidden])")]
                          .some((one) => /[ぁ-ん]/.test(one.textContent));
                  if (said.trim() === "" && !anywhere) findings.push(what + " gets no word at the field");
                  if (!/[ぁ-ん]/.test(said) && !anywhere) findings.push(what + " is not told in Japanese: " + said);
                  if (strict && field.type !== "radio" && field.getAttribute("aria-invalid") !== "true" && !secret(name)) {
                    findings.push(what + " is not marked");
                  }
                  for (const other of names.filter((one) => one !== name && written(one) && !secret(one))) {
                    if (shown.querySelector(`[name="${other}"]`).value !== odd) {
                      findings.push(what + " loses what was typed in " + other);
                    }
                  }
                  if (written(name) && !secret(name) && !value.includes("\\u0000") && !value.includes("\\u0007")
                      && field.value !== value) {
                    findings.push(what + " is not there any more");
                  }
                }
              }
              return findings;
            }
            """;

    /** A digest of each table but those that note attempts and looks, and the pulse. */
    private static Map<String, String> everythingKept() {
        List<String> tables = TOWN.records()
                .column("select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_type = 'BASE TABLE' and table_name not in ('audit_entry', 'sign_in_attempt',"
                        + " 'heartbeat', 'channel_contact', 'message_quota', 'second_factor', 'recovery_code')"
                        + " and table_name not like 'check_in_%' and table_name not like 'answer_%' order by 1");
        String each = tables.stream()
                .map(table -> "select '" + table + " ' || coalesce(md5(string_agg(md5(cast(t as text)), ''"
                        + " order by md5(cast(t as text)))), '') from " + table + " t")
                .collect(Collectors.joining(" union all "));
        return TOWN.records().column(each).stream()
                .map(row -> row.split(" ", 2))
                .collect(Collectors.toMap(row -> row[0], row -> row[1]));
    }

    /** Somebody whose password was right and who still has to show a code. */
    private static Page behindTheCode() {
        StaffPages.account(TOWN, "half-way", "山田", "OFFICER", null);
        Desk door = Desk.of(TOWN, "half-way").open("factor");
        Authenticator app = new Authenticator(door.text(".secret"), Clock.systemUTC());
        door.fill("アプリに出た6桁の数字", app.code(0)).press("設定する").press("ログアウト");
        return door.signIn("half-way").page();
    }

    /** Somebody who has just asked for help. */
    private static String person() {
        Person person = TOWN.participant("14日毎", TOWN.advanceToHalfPast());
        person.watcher();
        TOWN.advanceHours(1);
        person.press("連絡がほしい");
        TOWN.settle();
        return person.id();
    }

    /** Somebody about whom nothing is open. */
    private static String quiet() {
        return TOWN.participant("14日毎", TOWN.advanceToHalfPast()).id();
    }

    private static String incident(String person) {
        return TOWN.records()
                .column("select id from incident where subject_id = cast(? as bigint)", person)
                .get(0);
    }

    private static String officer() {
        return StaffPages.account(TOWN, "ueda", "上田", "OFFICER", null);
    }

    private static String district() {
        return TOWN.records()
                .column("insert into district (organization_id, name, created_at)"
                        + " select id, '試し', created_at from organization order by id limit 1 returning id")
                .get(0);
    }

    private static String announcement(String state, String submittedBy) {
        return TOWN.records()
                .column("insert into announcement (organization_id, state, title, body, audience, written_by,"
                        + " submitted_by, created_at) select id, '" + state + "', '題', '文', 'EVERYONE', -1, "
                        + submittedBy + ", created_at from organization order by id limit 1 returning id")
                .get(0);
    }

    /** A team that invites, or does not yet. */
    private static String team(boolean inviting) {
        String team = TOWN.records()
                .column("insert into team (organization_id, kind, name, created_at)"
                        + " select id, 'AREA', '招待', created_at from organization order by id limit 1 returning id")
                .get(0);
        if (inviting) {
            desk.open("paper?team=" + team);
            desk.press("招待を作る");
        }
        return team;
    }
}
