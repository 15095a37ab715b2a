package jp.anpi.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import jp.anpi.simulator.chat.ChatEntry;
import org.junit.jupiter.api.Test;

class SendingTest extends SimulatorTest {

    private static final String KEY = "123e4567-e89b-12d3-a456-426614174000";

    @Test
    void a_push_enters_the_chat_of_a_friend_at_the_simulated_time() throws IOException {
        Phone sakura = friend("さくら");

        LineClient.Response answer = line.push(sakura.userId(), "おはようございます");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("x-line-request-id")).isNotBlank();
        ChatEntry entry = sakura.received().get(0);
        assertThat(entry.text()).isEqualTo("おはようございます");
        assertThat(entry.at()).isEqualTo(clock.instant());
        assertThat(answer.json().path("sentMessages").path(0).path("id").asText())
                .isEqualTo(entry.messageId());
    }

    @Test
    void a_push_to_who_blocks_or_is_no_friend_is_accepted_and_dropped_and_not_counted() throws IOException {
        Phone blocker = friend("さくら");
        blocker.block();
        Phone stranger = simulator.addPhone("たろう");

        assertThat(line.push(blocker.userId(), "x").status()).isEqualTo(200);
        assertThat(line.push(stranger.userId(), "x").status()).isEqualTo(200);

        assertThat(blocker.received()).isEmpty();
        assertThat(stranger.received()).isEmpty();
        assertThat(simulator.quota().usedIn(clock.instant())).isZero();
    }

    @Test
    void who_wrote_without_being_a_friend_is_reached_for_seven_days() throws IOException {
        Phone stranger = simulator.addPhone("たろう");
        stranger.type("こんにちは");

        clock.advance(Duration.ofDays(7).minusSeconds(1));
        line.push(stranger.userId(), "まだ届く");
        clock.advance(Duration.ofSeconds(1));
        line.push(stranger.userId(), "もう届かない");

        assertThat(stranger.received()).extracting(ChatEntry::text).containsExactly("まだ届く");
    }

    @Test
    void a_push_to_an_unknown_id_fails_and_a_malformed_one_is_invalid() throws IOException {
        LineClient.Response unknown = line.push("U" + "0".repeat(32), "x");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.message()).isEqualTo("Failed to send messages");

        LineClient.Response malformed = line.push("さくら", "x");
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.message()).startsWith("The property, to, in the request body is invalid");
    }

    @Test
    void a_multicast_skips_unknown_ids_and_refuses_malformed_ones() throws IOException {
        Phone sakura = friend("さくら");
        String unknown = "U" + "0".repeat(32);

        assertThat(multicast(sakura.userId(), unknown).status()).isEqualTo(200);
        assertThat(sakura.received()).hasSize(1);

        LineClient.Response malformed = multicast(sakura.userId(), "たろう");
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.message()).contains("to[1]");
        assertThat(sakura.received()).hasSize(1);
    }

    @Test
    void a_broadcast_reaches_all_friends_and_a_narrowcast_is_accepted_with_202() throws IOException {
        Phone sakura = friend("さくら");
        Phone taro = simulator.addPhone("たろう");
        String body = "{\"messages\":[" + LineClient.text("お知らせ") + "]}";

        assertThat(line.post("/v2/bot/message/broadcast", body).status()).isEqualTo(200);
        assertThat(line.post("/v2/bot/message/narrowcast", body).status()).isEqualTo(202);

        assertThat(sakura.received()).hasSize(2);
        assertThat(taro.received()).isEmpty();
    }

    @Test
    void an_accepted_retry_key_is_refused_with_the_first_request_id_and_its_messages() throws IOException {
        Phone sakura = friend("さくら");

        LineClient.Response first = line.push(sakura.userId(), "x", "x-line-retry-key", KEY);
        LineClient.Response second = line.push(sakura.userId(), "x", "x-line-retry-key", KEY);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.message()).isEqualTo("The retry key is already accepted");
        assertThat(second.header("x-line-accepted-request-id")).isEqualTo(first.header("x-line-request-id"));
        assertThat(second.header("x-line-request-id")).isNotEqualTo(first.header("x-line-request-id"));
        assertThat(second.json().path("sentMessages")).isEqualTo(first.json().path("sentMessages"));
        assertThat(sakura.received()).hasSize(1);
    }

    @Test
    void a_retry_key_is_forgotten_after_24_simulated_hours() throws IOException {
        Phone sakura = friend("さくら");
        line.push(sakura.userId(), "x", "x-line-retry-key", KEY);

        clock.advance(Duration.ofHours(24));
        assertThat(line.push(sakura.userId(), "x", "x-line-retry-key", KEY).status())
                .isEqualTo(200);
        assertThat(sakura.received()).hasSize(2);
    }

    @Test
    void a_retry_key_of_a_refused_request_stays_usable() throws IOException {
        Phone sakura = friend("さくら");
        simulator.quota().limitTo(0);
        assertThat(line.push(sakura.userId(), "x", "x-line-retry-key", KEY).status())
                .isEqualTo(429);

        simulator.quota().unlimited();
        assertThat(line.push(sakura.userId(), "x", "x-line-retry-key", KEY).status())
                .isEqualTo(200);
    }

    @Test
    void a_malformed_retry_key_and_one_on_a_reply_are_refused() throws IOException {
        Phone sakura = friend("さくら");
        assertThat(line.push(sakura.userId(), "x", "x-line-retry-key", "123").status())
                .isEqualTo(400);
        assertThat(line.reply(lastReplyToken(), "x", "x-line-retry-key", KEY).status())
                .isEqualTo(400);
        assertThat(sakura.received()).isEmpty();
    }

    @Test
    void a_reply_token_answers_once() throws IOException {
        Phone sakura = friend("さくら");
        String token = lastReplyToken();

        assertThat(line.reply(token, "ありがとう").status()).isEqualTo(200);
        LineClient.Response again = line.reply(token, "もう一度");

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.message()).isEqualTo("Invalid reply token");
        assertThat(sakura.received()).hasSize(1);
        assertThat(simulator.quota().usedIn(clock.instant())).isZero();
    }

    @Test
    void a_reply_token_dies_after_a_minute_of_wall_time_whatever_the_simulated_clock_says() throws IOException {
        Phone sakura = friend("さくら");
        clock.advance(Duration.ofDays(1));
        wallClock.advance(Duration.ofSeconds(60));
        assertThat(line.reply(lastReplyToken(), "x").status()).isEqualTo(200);

        sakura.type("まだ");
        wallClock.advance(Duration.ofSeconds(61));
        assertThat(line.reply(lastReplyToken(), "x").status()).isEqualTo(400);
    }

    private LineClient.Response multicast(String... to) throws IOException {
        return line.post(
                "/v2/bot/message/multicast",
                "{\"to\":[\"" + String.join("\",\"", to) + "\"],\"messages\":[" + LineClient.text("x") + "]}");
    }
}
