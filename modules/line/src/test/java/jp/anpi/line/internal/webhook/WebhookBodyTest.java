package jp.anpi.line.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookBodyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    private static Optional<List<ArrivedEvent>> events(String body) {
        return WebhookBody.events(body.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private static ArrivedEvent only(String event) {
        return events("{\"events\":[" + event + "]}").orElseThrow().get(0);
    }

    @Test
    void each_event_is_taken_with_its_id_person_and_time() {
        ArrivedEvent event = only("""
                {"type":"follow","webhookEventId":"01K7","timestamp":1795305600000,
                 "source":{"type":"user","userId":"U1"}}""");

        assertThat(event.id()).isEqualTo("01K7");
        assertThat(event.lineUserId()).contains("U1");
        assertThat(event.occurredAt()).contains(NOW);
        assertThat(event.standby()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"events\"",
                "{}",
                "{\"events\":{}}",
                "{\"events\":null}",
                "{\"events\":[",
                "{\"events\":[]} x"
            })
    void what_is_no_webhook_body_is_malformed(String body) {
        assertThat(events(body)).isEmpty();
    }

    @Test
    void what_is_not_utf_8_is_malformed() {
        assertThat(WebhookBody.events(new byte[] {(byte) 0xC3, 0x28}, NOW)).isEmpty();
        assertThat(WebhookBody.events("{\"events\":[]}".getBytes(StandardCharsets.UTF_16), NOW))
                .isEmpty();
    }

    @Test
    void deep_nesting_is_malformed_and_not_fatal() {
        assertThat(events("{\"events\":" + "[".repeat(400_000))).isEmpty();
        assertThat(events("{\"events\":[" + "[".repeat(2000) + "]".repeat(2000) + "]}"))
                .isEmpty();
    }

    @Test
    void no_events_is_a_body_too() {
        assertThat(events("{\"destination\":\"U0\",\"events\":[]}")).hasValue(List.of());
    }

    @Test
    void what_is_no_object_among_the_events_is_passed_over() {
        assertThat(events("{\"events\":[1,null,\"x\",[],{\"type\":\"follow\"}]}")
                        .orElseThrow())
                .hasSize(1);
    }

    @Test
    void without_an_id_the_same_event_still_has_the_same_name() {
        assertThat(only("{\"type\":\"follow\"}").id())
                .hasSize(64)
                .isEqualTo(only("{\"type\":\"follow\"}").id());
        assertThat(only("{\"webhookEventId\":\"" + "x".repeat(500) + "\"}").id())
                .hasSize(64);
        assertThat(only("{\"webhookEventId\":\"a\\u0000\"}").id()).hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"x\"", "-5", "0", "1e400", "99999999999999999999", "1895305600000", "1.5"})
    void a_time_that_cannot_be_is_not_believed(String timestamp) {
        assertThat(only("{\"timestamp\":" + timestamp + "}").occurredAt()).isEmpty();
    }

    @Test
    void what_the_database_refuses_stays_escaped() {
        String json = only("{\"message\":{\"text\":\"a\\u0000b\\ud83d\u0080\u3042\"}}")
                .json();

        assertThat(json).contains("\\u0000").matches("[\\x20-\\x7e]+");
        assertThat(LineEvent.read("{\"type\":\"message\",\"message\":{\"type\":\"text\",\"text\":\"a\\u0000\"}}")
                        .incoming())
                .isPresent();
    }

    @Test
    void events_of_a_channel_in_standby_are_marked() {
        assertThat(only("{\"mode\":\"standby\"}").standby()).isTrue();
    }

    @Property
    void no_bytes_at_all_are_too_odd(@ForAll byte[] body) {
        assertThat(WebhookBody.events(body, NOW)).isEmpty();
    }
}
