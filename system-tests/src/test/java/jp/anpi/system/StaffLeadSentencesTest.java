package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.anpi.launcher.Installation;
import org.junit.jupiter.api.Test;

/** Whoever opens a staff page for the first time reads there what it is for. */
class StaffLeadSentencesTest {

    private static final Town TOWN = Town.shared();
    private static final Pattern LEAD = Pattern.compile("<p class=\"lead\">([^<]*)");
    /** Pictures, downloads, a part that another page fetches, and another name of the first page. */
    private static final Set<String> NO_PAGES = Set.of("paper-pdf", "paper-picture", "paper-qr", "progress", "index");

    private final StaffVisitor administrator = new StaffVisitor(TOWN.address());

    @Test
    void every_page_of_the_register_says_in_a_sentence_what_it_is_for_in_both_languages() throws IOException {
        administrator.signIn("admin", Town.STAFF_PASSWORD);
        Map<String, String> examples = examples();
        try {
            for (String page : register()) {
                String path = "/admin/" + page
                        + Optional.ofNullable(examples.get(page))
                                .map(id -> "?id=" + id)
                                .orElse("");
                assertThat(lead(path, "ja"))
                        .as(path)
                        .containsPattern("\\p{IsHiragana}")
                        .contains("。");
                assertThat(lead(path, "en")).as(path).matches("[A-Z][ -~]{15,}\\.[ -~]*");
            }
        } finally {
            TOWN.records().change("delete from incident where id = " + examples.get("incident"));
            TOWN.records().change("delete from announcement where id = " + examples.get("announcement"));
            TOWN.records().change("delete from team where id = " + examples.get("team"));
        }
    }

    private String lead(String path, String language) {
        HttpResponse<String> answer = administrator.reading(language).get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        Matcher lead = LEAD.matcher(answer.body());
        assertThat(lead.find()).as("a lead sentence on %s", path).isTrue();
        return lead.group(1).strip().replace("&quot;", "'");
    }

    /** Every page that the product's own register names. */
    private static List<String> register() throws IOException {
        Path source = Installation.locate()
                .home()
                .resolve("modules/admin-web/src/main/java/jp/anpi/admin/internal/door/StaffPages.java");
        List<String> pages = Pattern.compile("Map\\.entry\\(\"([a-z-]*)\"")
                .matcher(Files.readString(source))
                .results()
                .map(entry -> entry.group(1))
                .filter(page -> !NO_PAGES.contains(page))
                .toList();
        assertThat(pages).hasSizeGreaterThan(17).contains("", "incident", "paper");
        return pages;
    }

    /** One of each thing that has a page of its own. */
    private static Map<String, String> examples() {
        String member = TOWN.participant("14日毎", 8).id();
        String of = " from member where id = " + member + " returning id";
        String team =
                made("team (organization_id, kind, name, created_at) select organization_id, 'AREA', 'x', registered_at"
                        + of);
        String incident = made("incident (organization_id, subject_kind, subject_id, cause, urgency, status, opened_at)"
                + " select organization_id, 'PARTICIPANT', id, 'SILENCE', 'HIGH', 'OPEN', registered_at" + of);
        String announcement = made("announcement (organization_id, title, body, audience, written_by, created_at)"
                + " select organization_id, 'x', 'x', 'EVERYONE', 1, registered_at" + of);
        return Map.of(
                "person", member,
                "personal", member,
                "incident", incident,
                "team", team,
                "policy", team,
                "partner", team,
                "ending", team,
                "announcement", announcement);
    }

    private static String made(String row) {
        return TOWN.records().column("insert into " + row).get(0);
    }
}
