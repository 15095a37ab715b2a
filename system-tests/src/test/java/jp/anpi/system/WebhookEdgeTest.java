package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.anpi.simulator.webhook.WebhookDelivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is posted to the webhook: a clear answer, no harm, and the next conversation goes on as ever. */
class WebhookEdgeTest {

    private static final String EMPTY = "{\"destination\":\"Ub\",\"events\":[]}";
    private static final int MEBIBYTE = 1 << 20;

    private final Town town = Town.shared();
    private final Post post = new Post(town.address());
    private Person hana;
    private Map<String, Long> before;

    @BeforeEach
    void somebody_is_registered() {
        hana = town.participant("14日毎", 8);
        before = standing();
    }

    /** After everything that was tried: nothing changed, nothing waits or failed, and people are heard. */
    @AfterEach
    void nothing_changed_and_a_conversation_works() {
        town.settle();
        assertThat(standing()).isEqualTo(before);
        assertThat(town.records().count("select count(*) from webhook_event where state <> 'WORKED'"))
                .isZero();
        hana.type("メニュー");
        assertThat(hana.offers("予定の変更")).as(hana.said()).isTrue();
        hana.press("マイページ");
        assertThat(hana.said()).contains("マイページ");
    }

    @Test
    void only_what_was_signed_is_taken() {
        byte[] body = event("message", "\"message\":{\"type\":\"text\",\"id\":\"1\",\"text\":\"退会\"}")
                .getBytes(StandardCharsets.UTF_8);
        String good = Post.signature(body);
        List<String> bad = new ArrayList<>(List.of(
                "",
                " ",
                "x",
                "====",
                "not base64!",
                good.substring(1),
                good + "A",
                good.toLowerCase(),
                "あ".repeat(3),
                "A".repeat(5000),
                Post.signature(EMPTY.getBytes(StandardCharsets.UTF_8))));
        bad.add(null);
        for (String signature : bad) {
            assertThat(post.to("/line/webhook", body, ascii(signature)))
                    .as(signature)
                    .isIn(400, 401);
        }
        body[10] ^= 1;
        assertThat(post.to("/line/webhook", body, good)).isIn(400, 401);
    }

    private static String ascii(String signature) {
        return signature == null ? null : signature.replace("あ", "%E3%81%82");
    }

    @Test
    void the_name_of_the_header_may_be_written_in_any_case() {
        byte[] body = EMPTY.getBytes(StandardCharsets.UTF_8);
        for (String name : List.of("X-Line-Signature", "X-LINE-SIGNATURE", "x-line-signature")) {
            assertThat(post.status(HttpRequest.newBuilder(URI.create(town.address() + "/line/webhook"))
                            .header(name, Post.signature(body))
                            .POST(BodyPublishers.ofByteArray(body))))
                    .isEqualTo(200);
        }
    }

    @Test
    void the_path_names_the_organization() {
        byte[] body = EMPTY.getBytes(StandardCharsets.UTF_8);
        String signature = Post.signature(body);
        assertThat(post.to("/line/webhook/main", body, signature)).isEqualTo(200);
        for (String unknown : List.of("nowhere", "MAIN", "main2", "%00", "%E3%81%82", "main/more", "'--")) {
            assertThat(post.to("/line/webhook/" + unknown, body, signature))
                    .as(unknown)
                    .isIn(400, 404);
        }
        assertThat(post.to("/line/webhook/nowhere", body, signature)).isEqualTo(404);
        // Out of the webhook's path, where nothing may be posted.
        assertThat(post.to("/line/webhook/..%2f", body, signature)).isIn(400, 404, 405);
    }

    @Test
    void a_body_may_have_one_mebibyte_and_no_more() {
        assertThat(post.signed(padded(MEBIBYTE))).isEqualTo(200);
        assertThat(post.signed(padded(MEBIBYTE + 1))).isEqualTo(413);
        assertThat(post.signed(padded(5 * MEBIBYTE))).isEqualTo(413);
        byte[] tooLong = padded(MEBIBYTE + 1);
        assertThat(post.status(HttpRequest.newBuilder(URI.create(town.address() + "/line/webhook"))
                        .header("x-line-signature", Post.signature(tooLong))
                        .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(tooLong)))))
                .as("without a length")
                .isEqualTo(413);
    }

    @Test
    void what_is_signed_but_no_webhook_is_refused_as_malformed() {
        String whole = event("message", "\"message\":{\"type\":\"text\",\"id\":\"1\",\"text\":\"退会\"}");
        byte[] utf8 = whole.getBytes(StandardCharsets.UTF_8);
        List<byte[]> bodies = new ArrayList<>();
        Stream.of(1, utf8.length / 2, utf8.length - 1)
                .forEach(length -> bodies.add(java.util.Arrays.copyOf(utf8, length)));
        bodies.add(whole.getBytes(java.nio.charset.Charset.forName("Windows-31J")));
        bodies.add(whole.getBytes(StandardCharsets.UTF_16));
        Stream.of(
                        "",
                        " ",
                        "null",
                        "[]",
                        "{}",
                        "1",
                        "\"events\"",
                        "{\"events\":{}}",
                        "{\"events\":null}",
                        "events=[]",
                        "{\"events\":[]}{\"events\":[]}",
                        "<xml/>",
                        "[".repeat(10_000) + "]".repeat(10_000),
                        "{\"events\":[" + "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000) + "]}")
                .forEach(text -> bodies.add(text.getBytes(StandardCharsets.UTF_8)));
        for (byte[] body : bodies) {
            assertThat(post.signed(body))
                    .as(new String(body, 0, Math.min(60, body.length)))
                    .isEqualTo(400);
        }
    }

    @Test
    void no_events_are_fine() {
        assertThat(post.signed(EMPTY)).isEqualTo(200);
        assertThat(post.signed("{\"events\":[],\"destination\":null,\"news\":{\"x\":[1]}}"))
                .isEqualTo(200);
        assertThat(town.line().webhooks().verify().succeeded()).isTrue();
    }

    @Test
    void other_methods_are_not_for_the_webhook() {
        for (String method : List.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH")) {
            assertThat(post.status(HttpRequest.newBuilder(URI.create(town.address() + "/line/webhook"))
                            .method(method, BodyPublishers.noBody())))
                    .as(method)
                    .isEqualTo(405);
        }
    }

    @Test
    void what_no_client_knows_yet_is_taken_and_does_nothing() {
        assertThat(post.events(
                        event("hologram", "\"hologram\":{\"deep\":[{}]}"),
                        event("messageEdited", "\"message\":{\"type\":\"text\",\"id\":\"1\",\"text\":\"退会\"}"),
                        event("accountLink", "\"link\":{\"result\":\"failed\",\"nonce\":\"x\"}"),
                        event("unsend", "\"unsend\":{\"messageId\":\"1\"}"),
                        event("postback", "\"postback\":null"),
                        event("postback", "\"postback\":{\"data\":17,\"params\":[]}"),
                        event("message", "\"message\":{\"type\":\"hologram\"}"),
                        event("message", "\"message\":{\"type\":\"text\",\"text\":[\"退会\"]}"),
                        event("message", "\"message\":\"退会\""),
                        event("", "\"x\":1"),
                        "17",
                        "null",
                        "[]",
                        "{}",
                        "{\"type\":{\"a\":1},\"source\":\"me\",\"timestamp\":\"now\",\"webhookEventId\":[]}"))
                .isEqualTo(200);
        hana.done(hana.phone().unknownEvent("hologram"));
        hana.done(hana.phone().unknownMessage("hologram"));
        assertThat(hana.said()).contains("メニュー");
    }

    @Test
    void what_is_missing_or_absurd_in_an_event_does_no_harm() {
        String text = "\"message\":{\"type\":\"text\",\"id\":\"1\",\"text\":\"こんにちは\"}";
        String plain = "{\"type\":\"message\",\"mode\":\"active\"," + text + ",\"source\":" + source(hana);
        assertThat(post.events(
                        plain + "}", plain + ",\"timestamp\":17,\"replyToken\":\"\"}", plain + ",\"replyToken\":null}"))
                .isEqualTo(200);
        Stream.of(
                        "-1",
                        "0",
                        "9223372036854775807",
                        "9223372036854775808",
                        "1e308",
                        "1e999999",
                        "-0.5",
                        "true",
                        "\"x\"",
                        "null",
                        "[]",
                        "253402300800000",
                        "9".repeat(300))
                .map(timestamp -> plain + ",\"timestamp\":" + timestamp + "}")
                .forEach(event -> assertThat(post.events(event)).as(event).isEqualTo(200));
        Stream.of("\\u0000", "a\\u0000b", "\\ud800", "\\udc00\\ud800", "\\uffff", "\\u202e退会", "{{x}}", "'; drop table")
                .map(words -> plain.replace("こんにちは", words) + "}")
                .forEach(event -> assertThat(post.events(event)).as(event).isEqualTo(200));
        Stream.of("null", "\"\"", "\"あ\"", "\"U\\u0000\"", "\"" + "U".repeat(3000) + "\"", "17", "[]")
                .map(id -> "{\"type\":\"follow\",\"webhookEventId\":" + id
                        + ",\"source\":{\"type\":\"user\",\"userId\":" + id + "}}")
                .forEach(event -> assertThat(post.events(event)).as(event).isEqualTo(200));
        assertThat(post.events(event("postback", "\"postback\":{\"data\":\"d1|le|\\u0000|\\ud800\"}")))
                .isEqualTo(200);
    }

    @Test
    void while_another_system_has_the_channel_nothing_is_done_or_said() {
        int said = hana.phone().received().size();
        String leave = event("message", "\"message\":{\"type\":\"text\",\"id\":\"1\",\"text\":\"退会\"}");
        assertThat(post.events(leave.replace("active", "standby"))).isEqualTo(200);
        town.line().webhooks().switches().standby(true);
        try {
            hana.type("退会").type("はい");
        } finally {
            town.line().webhooks().switches().standby(false);
        }
        assertThat(hana.phone().received()).hasSize(said);
    }

    @Test
    void the_same_event_twice_has_one_effect_and_one_answer() {
        int said = hana.phone().received().size();
        WebhookDelivery delivery = hana.phone().type("こんにちは").webhooks().get(0);
        town.settle();
        int answered = hana.phone().received().size();
        assertThat(answered).isGreaterThan(said);

        town.line().webhooks().redeliver(delivery.eventIds().get(0));
        town.settle();
        assertThat(post.signed(delivery.body())).isEqualTo(200);
        town.settle();

        assertThat(hana.phone().received()).hasSize(answered);
        assertThat(town.records()
                        .count(
                                "select count(*) from webhook_event where id = ?",
                                delivery.eventIds().get(0)))
                .isOne();
    }

    private String event(String type, String more) {
        return "{\"type\":\"" + type + "\",\"mode\":\"active\",\"timestamp\":"
                + town.now().toEpochMilli() + ",\"source\":" + source(hana) + "," + more + "}";
    }

    private static String source(Person person) {
        return "{\"type\":\"user\",\"userId\":\"" + person.phone().userId() + "\"}";
    }

    private static byte[] padded(int length) {
        String start = "{\"destination\":\"Ub\",\"events\":[],\"padding\":\"";
        return (start + "x".repeat(length - start.length() - 2) + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    /** How many rows each table holds that says something of people. */
    private Map<String, Long> standing() {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : List.of(
                "organization",
                "member",
                "consent",
                "team",
                "team_membership",
                "invitation",
                "invitation_guess",
                "check_in_schedule",
                "pause",
                "check_in",
                "check_in_log",
                "answer",
                "incident",
                "alert_notice")) {
            rows.put(table, town.records().count("select count(*) from " + table));
        }
        return rows;
    }
}
