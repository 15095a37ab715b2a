package jp.anpi.line.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import jp.anpi.foundation.ManualClock;
import jp.anpi.foundation.Settings.LineSettings;
import jp.anpi.messaging.Delivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChannelTokensTest {

    private static final String ISSUE = "POST /oauth2/v3/token";
    private static final String PUSH = "POST /v2/bot/message/push";
    private static final StubLine.Answer UNAUTHORIZED = StubLine.json(401, "{\"message\":\"Authentication failed\"}");
    private static final String SECRET = "a+b&c=d";

    private final ManualClock clock = new ManualClock(Fakes.NOON);
    private StubLine line;
    private ChannelTokens tokens;

    @BeforeEach
    void open() throws IOException {
        line = new StubLine();
        tokens = new ChannelTokens(stateless(), clock);
        issues("first");
    }

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void a_long_lived_token_is_used_as_it_is() throws IOException {
        assertThat(new ChannelTokens(line.settings(), clock).current()).isEqualTo(StubLine.TOKEN);
        assertThat(line.calls()).isEmpty();
    }

    @Test
    void a_stateless_token_is_asked_for_with_channel_id_and_secret() throws IOException {
        assertThat(tokens.current()).isEqualTo("first");

        assertThat(line.requests()).containsExactly(ISSUE);
        assertThat(line.calls().get(0).header("Content-Type")).contains("application/x-www-form-urlencoded");
        assertThat(line.calls().get(0).body())
                .isEqualTo("grant_type=client_credentials&client_id=1234567890&client_secret=a%2Bb%26c%3Dd");
    }

    @Test
    void a_token_is_kept_until_shortly_before_its_end() throws IOException {
        tokens.current();
        issues("second");

        clock.advance(Duration.ofMinutes(12));
        assertThat(tokens.current()).isEqualTo("first");
        clock.advance(Duration.ofMinutes(1));
        assertThat(tokens.current()).isEqualTo("second");
        assertThat(line.calls()).hasSize(2);
    }

    @Test
    void many_who_ask_at_once_share_one_request() throws Exception {
        line.answers(ISSUE, StubLine.after(Duration.ofMillis(200), issuing("shared")));
        ExecutorService threads = Executors.newFixedThreadPool(16);

        Callable<String> ask = tokens::current;
        for (Future<String> each :
                threads.invokeAll(Stream.generate(() -> ask).limit(16).toList())) {
            assertThat(each.get()).isEqualTo("shared");
        }

        assertThat(line.calls()).hasSize(1);
        threads.shutdownNow();
    }

    @Test
    void a_rejected_token_is_replaced_at_the_next_request() throws IOException {
        tokens.current();
        issues("second");

        tokens.rejected("another");
        assertThat(tokens.current()).isEqualTo("first");
        tokens.rejected("first");
        assertThat(tokens.current()).isEqualTo("second");
    }

    @Test
    void an_unauthorized_sending_is_tried_again_at_once_with_a_new_token() {
        line.answers(PUSH, exchange -> {
            boolean known =
                    exchange.getRequestHeaders().getFirst("Authorization").equals("Bearer second");
            issues("second");
            (known ? StubLine.json(200, "{}") : UNAUTHORIZED).to(exchange);
        });
        LineConnections connections = StubLine.connections(stateless(), clock);
        var channel = new LineMessageChannel(connections, Fakes.recipients(), Fakes.renderer());

        Delivery sent = channel.send(Fakes.question(1L)).toCompletableFuture().join();

        assertThat(sent).isEqualTo(new Delivery.Accepted());
        assertThat(line.requests()).containsExactly(ISSUE, PUSH, ISSUE, PUSH);
        assertThat(line.calls().stream()
                        .flatMap(call -> call.header("X-Line-Retry-Key").stream())
                        .distinct())
                .hasSize(1);
        connections.close();
    }

    @Test
    void who_stays_unauthorized_is_refused_after_the_second_try() {
        line.answers(PUSH, UNAUTHORIZED);
        LineConnections connections = StubLine.connections(stateless(), clock);
        var channel = new LineMessageChannel(connections, Fakes.recipients(), Fakes.renderer());

        Delivery sent = channel.send(Fakes.question(1L)).toCompletableFuture().join();

        assertThat(sent).isEqualTo(new Delivery.Unavailable("HTTP 401: Authentication failed", false));
        assertThat(line.requests()).containsExactly(ISSUE, PUSH, ISSUE, PUSH);
        connections.close();
    }

    @Test
    void a_long_lived_token_that_is_refused_is_not_tried_again() {
        line.answers(PUSH, UNAUTHORIZED);
        LineConnections connections = line.connections();
        var channel = new LineMessageChannel(connections, Fakes.recipients(), Fakes.renderer());

        channel.send(Fakes.question(1L)).toCompletableFuture().join();

        assertThat(line.requests()).containsExactly(PUSH);
        connections.close();
    }

    @Test
    void a_refused_token_is_told_without_any_secret_and_asked_for_again() throws IOException {
        line.answers(
                ISSUE, StubLine.json(400, "{\"error\":\"invalid_client\",\"error_description\":\"" + SECRET + "\"}"));

        assertThatExceptionOfType(NoAnswerException.class)
                .isThrownBy(tokens::current)
                .withMessage("No channel access token: HTTP 400 invalid_client");
        issues("later");
        assertThat(tokens.current()).isEqualTo("later");
    }

    @Test
    void a_silent_or_odd_token_endpoint_means_no_token_and_nothing_sent() {
        LineConnections connections = StubLine.connections(stateless(), clock);
        var channel = new LineMessageChannel(connections, Fakes.recipients(), Fakes.renderer());

        for (StubLine.Answer answer : new StubLine.Answer[] {
            StubLine.with(502, "text/html", "<html>"), StubLine.json(200, "{}"), StubLine.hangingUp()
        }) {
            line.answers(ISSUE, answer);
            assertThat(channel.send(Fakes.question(1L)).toCompletableFuture().join())
                    .isInstanceOfSatisfying(Delivery.Unavailable.class, none -> {
                        assertThat(none.error()).startsWith("No channel access token");
                        assertThat(none.maybeAccepted()).isFalse();
                    });
        }
        assertThat(line.requests()).containsOnly(ISSUE);
        connections.close();
    }

    private void issues(String token) {
        line.answers(ISSUE, issuing(token));
    }

    private static StubLine.Answer issuing(String token) {
        return StubLine.json(200, "{\"token_type\":\"Bearer\",\"access_token\":\"" + token + "\",\"expires_in\":900}");
    }

    private LineSettings stateless() {
        return new LineSettings(
                line.address(),
                line.address(),
                Optional.of(SECRET),
                Optional.empty(),
                Optional.of("1234567890"),
                Optional.empty());
    }
}
