package jp.anpi.line.internal.channel;

import static jp.anpi.line.internal.channel.Fakes.message;
import static jp.anpi.line.internal.channel.Fakes.question;
import static jp.anpi.line.internal.channel.Fakes.userId;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import jp.anpi.messaging.Delivery;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.messaging.QuotaReading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineMessageChannelTest {

    private static final String PUSH = "POST /v2/bot/message/push";
    private static final String VALIDATE = "POST /v2/bot/message/validate/push";
    private static final String MULTICAST = "POST /v2/bot/message/multicast";

    private StubLine line;
    private LineConnection connection;
    private LineMessageChannel channel;

    @BeforeEach
    void open() throws IOException {
        line = new StubLine();
        connection = line.connection();
        channel = channelFor(3L);
    }

    @AfterEach
    void close() {
        connection.close();
        line.close();
    }

    @Test
    void one_recipient_is_pushed_to() {
        assertThat(sent(question(1L))).isEqualTo(new Delivery.Accepted());

        assertThat(line.requests()).containsExactly(PUSH);
        assertThat(line.calls().get(0).body()).contains("\"to\":\"" + userId(1) + "\"");
    }

    @Test
    void several_recipients_get_one_multicast() {
        assertThat(sent(question(1L, 2L))).isEqualTo(new Delivery.Accepted());

        assertThat(line.requests()).containsExactly(MULTICAST);
        assertThat(line.calls().get(0).body()).contains("[\"" + userId(1) + "\",\"" + userId(2) + "\"]");
    }

    @Test
    void the_first_attempt_already_carries_the_message_id_as_retry_key() {
        OutboxMessage message = question(1L);

        sent(message);

        assertThat(line.calls().get(0).header("X-Line-Retry-Key"))
                .contains(message.id().toString());
        assertThat(line.calls().get(0).header("Authorization")).contains("Bearer " + StubLine.TOKEN);
    }

    @Test
    void a_repeated_attempt_is_the_same_request() {
        OutboxMessage message = question(2L, 1L);

        sent(message);
        sent(message);

        assertThat(line.calls().get(1).body()).isEqualTo(line.calls().get(0).body());
        assertThat(line.calls().get(1).header("X-Line-Retry-Key"))
                .isEqualTo(line.calls().get(0).header("X-Line-Retry-Key"));
    }

    @Test
    void e20_words_that_line_refuses_are_told_from_people_whom_it_refuses() {
        line.answers(MULTICAST, StubLine.json(400, "{\"message\":\"The request body has 1 error(s)\"}"));
        assertThat(sent(question(1L, 2L))).isInstanceOf(Delivery.Refused.class);
        assertThat(line.requests()).containsExactly(MULTICAST, VALIDATE);

        line.answers(VALIDATE, StubLine.json(400, "{\"message\":\"A message is invalid\"}"));
        assertThat(sent(question(1L, 2L))).isEqualTo(new Delivery.WordsRefused("HTTP 400: A message is invalid"));

        line.answers(VALIDATE, StubLine.json(500, "{}"));
        assertThat(sent(question(1L, 2L))).as("nothing is known").isInstanceOf(Delivery.Refused.class);
    }

    @Test
    void e17_what_was_tried_for_several_stays_the_same_request_when_one_is_left() {
        OutboxMessage one = question(1L);

        assertThat(channel.prepare(List.of(one))
                        .send(one, true)
                        .toCompletableFuture()
                        .join())
                .isEqualTo(new Delivery.Accepted());

        assertThat(line.requests()).containsExactly(MULTICAST);
        assertThat(line.calls().get(0).body()).contains("[\"" + userId(1) + "\"]");
    }

    @Test
    void whoever_blocked_us_is_left_out() {
        assertThat(sent(question(1L, 3L))).isEqualTo(new Delivery.Accepted());

        assertThat(line.calls().get(0).body()).contains(userId(1)).doesNotContain(userId(3));
    }

    @Test
    void with_nobody_left_line_is_not_asked() {
        assertThat(sent(question(3L))).isEqualTo(new Delivery.NobodyLeft());

        assertThat(line.calls()).isEmpty();
    }

    @Test
    void an_unknown_kind_waits_for_us_to_learn_it_and_nothing_is_sent() {
        assertThat(sent(message("WEATHER", Map.of(), 1L))).isInstanceOf(Delivery.Unavailable.class);

        assertThat(line.calls()).isEmpty();
    }

    @Test
    void content_that_lacks_what_its_kind_needs_waits_for_us_to_mend_it() {
        assertThat(sent(message("ALERT", Map.of(), 1L))).isInstanceOf(Delivery.Unavailable.class);
        assertThat(sent(message("REPLY", Map.of("json", "{"), 1L))).isInstanceOf(Delivery.Unavailable.class);
        assertThat(line.calls()).isEmpty();
    }

    @Test
    void without_the_database_nothing_is_sent_and_nothing_lost() {
        var blind = new LineMessageChannel(Fakes.connections(connection), Fakes.brokenRecipients(), Fakes.renderer());

        assertThat(blind.send(question(1L)).toCompletableFuture().join())
                .isInstanceOfSatisfying(
                        Delivery.Unavailable.class,
                        unavailable -> assertThat(unavailable.maybeAccepted()).isFalse());
    }

    @Test
    void who_is_a_member_no_more_gets_the_farewell_and_nothing_else_that_still_waits() {
        assertThat(sent(message("NO_WATCHER_LEFT", Map.of(), Fakes.GONE))).isInstanceOf(Delivery.NobodyLeft.class);
        assertThat(sent(message("FAREWELL", Map.of(), 1L))).isInstanceOf(Delivery.NobodyLeft.class);
        assertThat(line.calls()).isEmpty();

        sent(message("FAREWELL", Map.of(), Fakes.GONE));

        assertThat(line.calls()).singleElement().satisfies(call -> assertThat(call.body())
                .contains(Fakes.userId(Fakes.GONE), "退会"));
    }

    @Test
    void a_reply_that_was_rendered_before_goes_out_as_it_is() {
        sent(message("REPLY", Map.of("json", "[{\"type\":\"text\",\"text\":\"こんにちは\"}]"), 1L));

        assertThat(line.calls().get(0).body()).contains("\"type\":\"text\"").contains("こんにちは");
    }

    @Test
    void the_quota_is_read_as_line_counts_it() {
        line.answers("GET /v2/bot/message/quota", StubLine.json(200, "{\"type\":\"limited\",\"value\":1000}"));
        line.answers("GET /v2/bot/message/quota/consumption", StubLine.json(200, "{\"totalUsage\":500}"));

        assertThat(channel.readQuota(1)).contains(new QuotaReading(OptionalLong.of(1000), 500));
    }

    @Test
    void an_unlimited_quota_has_no_limit() {
        line.answers("GET /v2/bot/message/quota", StubLine.json(200, "{\"type\":\"none\"}"));
        line.answers("GET /v2/bot/message/quota/consumption", StubLine.json(200, "{\"totalUsage\":7}"));

        assertThat(channel.readQuota(1)).contains(new QuotaReading(OptionalLong.empty(), 7));
    }

    @Test
    void a_quota_that_line_does_not_tell_is_unknown() {
        assertThat(channel.readQuota(1)).isEmpty();
        line.answers(StubLine.json(500, "{}"));
        assertThat(channel.readQuota(1)).isEmpty();
        line.answers(StubLine.with(200, "text/html", "<html>"));
        assertThat(channel.readQuota(1)).isEmpty();
        line.close();
        assertThat(channel.readQuota(1)).isEmpty();
    }

    private LineMessageChannel channelFor(Long unreachable) {
        return new LineMessageChannel(Fakes.connections(connection), Fakes.recipients(unreachable), Fakes.renderer());
    }

    private Delivery sent(OutboxMessage message) {
        return channel.send(message).toCompletableFuture().join();
    }
}
