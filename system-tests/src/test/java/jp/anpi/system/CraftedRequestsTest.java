package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Requests as only somebody makes them who looks for a way in. */
@EnabledIfSystemProperty(named = "anpi.test.full", matches = "true")
class CraftedRequestsTest {

    private static final String EMPTY = "{\"destination\":\"Ub\",\"events\":[]}";
    private static final String SMUGGLED = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final Town town = Town.shared();
    private final Post post = new Post(town.address());

    @Test
    void a_request_that_says_its_length_in_two_ways_is_refused_with_what_hides_in_it() {
        String webhook = "POST /line/webhook HTTP/1.1\r\nHost: localhost\r\n";
        for (String request : List.of(
                webhook + "Content-Length: 3\r\nContent-Length: 60\r\n\r\nabc",
                webhook + "Content-Length: -1\r\n\r\n",
                webhook + "Content-Length: 3x\r\n\r\nabc")) {
            String answer = Wire.ask(town.address(), request + SMUGGLED);
            assertThat(answer).as(request).startsWith("HTTP/1.1 400").doesNotContain("200 OK", "alive");
        }
    }

    @Test
    void links_lead_to_the_public_address_whatever_a_request_calls_us() {
        Person hana = town.participant("14日毎", 8);
        byte[] body = ("{\"events\":[{\"type\":\"message\",\"mode\":\"active\",\"replyToken\":\"x\",\"timestamp\":"
                        + town.now().toEpochMilli() + ",\"source\":{\"type\":\"user\",\"userId\":\""
                        + hana.phone().userId()
                        + "\"},\"message\":{\"type\":\"text\",\"id\":\"1\",\"text\":\"マイページ\"}}]}")
                .getBytes(StandardCharsets.UTF_8);
        String answer = Wire.ask(
                town.address(),
                "POST /line/webhook HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                        + "X-Forwarded-Proto: gopher\r\nForwarded: host=evil.example\r\nConnection: close\r\n"
                        + "Content-Length: " + body.length + "\r\nX-Line-Signature: " + Post.signature(body)
                        + "\r\n\r\n" + new String(body, StandardCharsets.UTF_8));
        assertThat(answer).contains(" 200 ");
        town.settle();

        String link = OwnPage.link(hana);
        assertThat(link).startsWith(town.address().toString());
        String opened = Wire.ask(
                town.address(),
                "GET " + URI.create(link).getPath()
                        + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n");
        assertThat(opened).contains(" 303 ").contains("Location: /my/").doesNotContain("evil");
    }

    @Test
    void no_header_turns_a_method_into_another() {
        for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "_method")) {
            assertThat(post.status(HttpRequest.newBuilder(URI.create(town.address() + "/line/webhook?_method=POST"))
                            .header(header, "POST")
                            .header("x-line-signature", Post.signature(EMPTY.getBytes(StandardCharsets.UTF_8)))))
                    .as(header)
                    .isEqualTo(405);
        }
    }

    @Test
    void methods_that_nobody_needs_are_refused_everywhere() {
        for (String method : List.of("TRACE", "OPTIONS", "PUT", "DELETE", "PATCH", "PROPFIND", "get")) {
            for (String path : List.of("/", "/my/", "/my/open/x", "/assets/resident.css", "/health/live", "/metrics")) {
                String answer = Wire.ask(
                        town.address(),
                        method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Echo: heard\r\n"
                                + "Connection: close\r\n\r\n");
                assertThat(answer).as(method + " " + path).matches("(?s)HTTP/1.1 (405|501|400|403) .*");
                assertThat(answer).doesNotContain("heard");
            }
        }
    }

    /** The server leaves the connection open for half a minute, as if it had become a tunnel; nothing listens at its end. */
    @Test
    void nobody_is_connected_to_anywhere() {
        try (Wire wire = Wire.to(town.address())) {
            wire.say("CONNECT evil.example:80 HTTP/1.1\r\nHost: evil.example:80\r\nConnection: close\r\n\r\n");
            assertThat(wire.statusLine(Duration.ofSeconds(10))).matches("HTTP/1.1 (400|405|501) .*");
        }
    }

    @Test
    void an_odd_way_of_writing_an_address_opens_no_door() {
        byte[] body = EMPTY.getBytes(StandardCharsets.UTF_8);
        for (String path : List.of(
                "/line/webhook;jsessionid=1",
                "//line/webhook",
                "/line//webhook",
                "/line/./webhook",
                "/line/webhook/../webhook",
                "/line/webhook/../",
                "/line/webhook%00",
                "/line/webhook/%00",
                "/line/webhook/main%00x",
                "/line/webhook/main/",
                "/line/webhook/%2e%2e/main",
                "/line%2fwebhook",
                "/LINE/webhook",
                "/line/webhook/main;a=b")) {
            assertThat(status(path, "POST", body)).as(path).isIn(200, 400, 401, 404, 405);
        }
        for (String path : List.of(
                "/WEB-INF/web.xml",
                "/WEB-INF./web.xml",
                "/web-inf/web.xml",
                "/./WEB-INF/web.xml",
                "//WEB-INF/web.xml",
                "/assets/../WEB-INF/web.xml",
                "/assets/..%2fWEB-INF/web.xml",
                "/assets/%2e%2e/WEB-INF/web.xml",
                "/assets/..;/WEB-INF/web.xml",
                "/my/..;/WEB-INF/web.xml",
                "/%c0%ae%c0%ae/WEB-INF/web.xml",
                "/my\\..\\WEB-INF\\web.xml",
                "/META-INF/MANIFEST.MF",
                "/WEB-INF/resident/page.xhtml",
                "/jakarta.faces.resource/web.xml?ln=../WEB-INF",
                "/jakarta.faces.resource/../WEB-INF/web.xml",
                "/assets/",
                "/assets",
                "/jakarta.faces.resource/",
                "/my/open/",
                "/problem",
                "/")) {
            String answer = Wire.ask(
                    town.address(), "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(path).matches("(?s)HTTP/1.1 (30\\d|4\\d\\d) .*");
            assertThat(answer)
                    .as(path)
                    .doesNotContain("<web-app", "Manifest-Version", "Exception", "\tat ", "<ui:", "Index of", "Payara");
        }
    }

    @Test
    void a_packed_body_is_what_its_bytes_are_and_nothing_unpacks_it() {
        byte[] packed = packed("{\"destination\":\"Ub\",\"events\":[],\"padding\":\"" + "x".repeat(50 << 20) + "\"}");
        assertThat(packed.length).isLessThan(1 << 20);
        assertThat(post.status(HttpRequest.newBuilder(URI.create(town.address() + "/line/webhook"))
                        .header("Content-Encoding", "gzip")
                        .header("x-line-signature", Post.signature(packed))
                        .POST(BodyPublishers.ofByteArray(packed))))
                .isEqualTo(400);
    }

    @Test
    void a_delivery_that_somebody_kept_does_nothing_when_it_is_sent_again() {
        town.advanceToNext(7, 0);
        Person hana = town.participant("7日毎", 8);
        String now = ok(hana, "now", town.now());
        assertThat(post.events(now)).isEqualTo(200);
        town.advanceToNext(8, 0);

        assertThat(post.events(now)).as("seen before").isEqualTo(200);
        assertThat(post.events(ok(hana, "old", town.now().minus(Duration.ofDays(36)))))
                .as("perhaps seen and forgotten")
                .isEqualTo(200);
        town.settle();

        assertThat(town.records().checkInStates(hana.phone().userId())).containsExactly("SENT");
        hana.press("OK");
        assertThat(town.records().checkInStates(hana.phone().userId())).containsExactly("CONFIRMED");
    }

    private static String ok(Person person, String id, Instant at) {
        return "{\"type\":\"message\",\"mode\":\"active\",\"webhookEventId\":\"01%s%s\",\"timestamp\":%d,"
                        .formatted(id, person.phone().userId(), at.toEpochMilli())
                + "\"source\":{\"type\":\"user\",\"userId\":\"" + person.phone().userId()
                + "\"},\"message\":{\"type\":\"text\",\"id\":\"1\",\"text\":\"OK\"}}";
    }

    @Test
    void a_refusal_tells_nothing_of_what_happened_inside() {
        for (String path :
                List.of("/nowhere", "/my/", "/my/open/x", "/dev/clock/x", "/line/webhook/none", "/x.xhtml")) {
            String answer = Wire.ask(
                    town.address(), "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer)
                    .as(path)
                    .matches("(?s)HTTP/1.1 4\\d\\d .*")
                    .doesNotContainIgnoringCase("payara")
                    .doesNotContainIgnoringCase("grizzly")
                    .doesNotContain("Exception", "\tat ", "Server:", "X-Powered-By");
        }
    }

    private int status(String path, String method, byte[] body) {
        String answer = Wire.ask(
                town.address(),
                method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                        + body.length + "\r\nX-Line-Signature: " + Post.signature(body) + "\r\n\r\n"
                        + new String(body, StandardCharsets.UTF_8));
        assertThat(answer).as(path).startsWith("HTTP/1.1 ");
        return Integer.parseInt(answer.substring(9, 12));
    }

    private static byte[] packed(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
