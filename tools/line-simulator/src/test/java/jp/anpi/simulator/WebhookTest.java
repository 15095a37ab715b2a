package jp.anpi.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import jp.anpi.simulator.webhook.Signature;
import jp.anpi.simulator.webhook.WebhookDelivery;
import jp.anpi.simulator.webhook.WebhookDelivery.Outcome;
import org.junit.jupiter.api.Test;

class WebhookTest extends SimulatorTest {

    @Override
    SimulatorOptions options() {
        return super.options().withWebhookTimeout(Duration.ofMillis(200));
    }

    @Test
    void every_webhook_is_signed_over_its_raw_bytes() {
        friend("さくら").type("おはよう🌸");

        assertThat(product.webhooks()).hasSize(2).allSatisfy(webhook -> assertThat(webhook.signature())
                .isEqualTo(Signature.of(webhook.body(), simulator.options().channelSecret())));
    }

    @Test
    void escaping_changes_the_bytes_and_not_the_meaning() {
        simulator.webhooks().switches().escapeNonAscii(true);
        friend("さくら").type("おはよう");

        StubProduct.Webhook last = product.webhooks().get(1);
        assertThat(new String(last.body(), StandardCharsets.UTF_8)).doesNotContain("おはよう");
        assertThat(product.lastEvent().path("message").path("text").asText()).isEqualTo("おはよう");
        assertThat(last.signature())
                .isEqualTo(Signature.of(last.body(), simulator.options().channelSecret()));
    }

    @Test
    void an_event_carries_the_simulated_time_and_all_common_fields() {
        clock.advance(Duration.ofDays(100));
        Phone sakura = friend("さくら");

        JsonNode event = product.lastEvent();
        assertThat(event.path("type").asText()).isEqualTo("follow");
        assertThat(event.path("mode").asText()).isEqualTo("active");
        assertThat(event.path("timestamp").asLong()).isEqualTo(clock.instant().toEpochMilli());
        assertThat(event.path("source").path("userId").asText()).isEqualTo(sakura.userId());
        assertThat(event.path("webhookEventId").asText()).matches("[0-9A-HJKMNP-TV-Z]{26}");
        assertThat(event.path("deliveryContext").path("isRedelivery").asBoolean(true))
                .isFalse();
        assertThat(event.path("replyToken").asText()).isNotBlank();
    }

    @Test
    void blocking_is_an_unfollow_and_unblocking_a_follow_that_says_so() {
        Phone sakura = friend("さくら");
        assertThat(product.lastEvent().path("follow").path("isUnblocked").asBoolean(true))
                .isFalse();

        sakura.block();
        assertThat(product.lastEvent().path("type").asText()).isEqualTo("unfollow");
        assertThat(product.lastEvent().has("replyToken")).isFalse();

        sakura.unblock();
        assertThat(product.lastEvent().path("follow").path("isUnblocked").asBoolean())
                .isTrue();
    }

    @Test
    void the_status_of_the_answer_is_known_when_the_phone_is_free_again() {
        product.answer(503);
        Reaction reaction = simulator.addPhone("さくら").follow();

        assertThat(reaction.status()).isEqualTo(503);
        assertThat(reaction.webhooks().get(0).outcome()).isEqualTo(Outcome.ERROR_STATUS_CODE);
    }

    @Test
    void no_answer_in_time_is_recorded_as_a_timeout() {
        product.fallSilent();
        Reaction reaction = simulator.addPhone("さくら").follow();

        assertThat(reaction.status()).isZero();
        assertThat(reaction.webhooks().get(0).outcome()).isEqualTo(Outcome.REQUEST_TIMEOUT);
    }

    @Test
    void a_failed_event_is_redelivered_with_the_same_id_and_a_living_reply_token() throws IOException {
        product.answer(500);
        friend("さくら");
        JsonNode first = product.lastEvent();
        wallClock.advance(Duration.ofMinutes(5));
        product.answer(200);

        List<WebhookDelivery> again = simulator.webhooks().redeliverFailed();

        assertThat(again).hasSize(1).allMatch(WebhookDelivery::succeeded);
        assertThat(product.lastEvent().path("webhookEventId")).isEqualTo(first.path("webhookEventId"));
        assertThat(product.lastEvent().path("timestamp")).isEqualTo(first.path("timestamp"));
        assertThat(product.lastEvent()
                        .path("deliveryContext")
                        .path("isRedelivery")
                        .asBoolean())
                .isTrue();
        assertThat(line.reply(lastReplyToken(), "x").status()).isEqualTo(200);
        assertThat(simulator.webhooks().redeliverFailed()).isEmpty();
    }

    @Test
    void redelivery_does_not_revive_a_reply_token_after_twenty_minutes() throws IOException {
        product.answer(500);
        friend("さくら");
        wallClock.advance(Duration.ofMinutes(20).plusSeconds(1));
        simulator.webhooks().redeliverFailed();

        assertThat(line.reply(lastReplyToken(), "x").status()).isEqualTo(400);
    }

    @Test
    void duplicates_carry_the_same_id_and_no_mark() {
        simulator.webhooks().switches().sentTwice(true);
        friend("さくら");

        assertThat(product.webhooks()).hasSize(2);
        assertThat(product.events().get(0)).isEqualTo(product.events().get(1));
    }

    @Test
    void held_events_leave_in_one_batch_or_in_reverse_order() {
        Phone sakura = friend("さくら");
        simulator.webhooks().hold();
        sakura.type("一");
        sakura.type("二");
        assertThat(product.webhooks()).hasSize(1);

        simulator.webhooks().releaseAsBatch();
        assertThat(product.webhooks()).hasSize(2);
        assertThat(texts()).containsExactly("一", "二");

        simulator.webhooks().hold();
        sakura.type("三");
        sakura.type("四");
        simulator.webhooks().releaseReversed();
        assertThat(product.webhooks()).hasSize(4);
        assertThat(texts()).containsExactly("一", "二", "四", "三");
    }

    @Test
    void a_standby_event_has_no_reply_token() {
        simulator.webhooks().switches().standby(true);
        friend("さくら");

        assertThat(product.lastEvent().path("mode").asText()).isEqualTo("standby");
        assertThat(product.lastEvent().has("replyToken")).isFalse();
    }

    @Test
    void events_and_messages_nobody_knows_yet_can_be_sent() {
        Phone sakura = friend("さくら");
        sakura.unknownEvent("telepathy");
        assertThat(product.lastEvent().path("type").asText()).isEqualTo("telepathy");

        sakura.unknownMessage("hologram");
        assertThat(product.lastEvent().path("message").path("type").asText()).isEqualTo("hologram");
    }

    @Test
    void verification_sends_no_events_and_raw_bytes_go_out_as_they_are() {
        assertThat(simulator.webhooks().verify().status()).isEqualTo(200);
        assertThat(product.webhooks().get(0).json().path("events")).isEmpty();

        byte[] broken = "{\"events\":[".getBytes(StandardCharsets.UTF_8);
        simulator.sendRaw(broken, "no signature at all");
        assertThat(product.webhooks().get(1).body()).isEqualTo(broken);
        assertThat(product.webhooks().get(1).signature()).isEqualTo("no signature at all");

        simulator.sendRaw(broken, null);
        assertThat(product.webhooks().get(2).signature()).isNull();
    }

    private List<String> texts() {
        return product.events().stream()
                .filter(event -> event.path("type").asText().equals("message"))
                .map(event -> event.path("message").path("text").asText())
                .toList();
    }
}
