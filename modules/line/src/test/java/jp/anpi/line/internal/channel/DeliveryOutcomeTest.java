package jp.anpi.line.internal.channel;

import static jp.anpi.line.internal.channel.StubLine.after;
import static jp.anpi.line.internal.channel.StubLine.hangingUp;
import static jp.anpi.line.internal.channel.StubLine.json;
import static jp.anpi.line.internal.channel.StubLine.with;
import static jp.anpi.line.internal.channel.StubLine.withHeader;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import jp.anpi.foundation.Settings.LineSettings;
import jp.anpi.foundation.SystemClock;
import jp.anpi.line.internal.channel.StubLine.Answer;
import jp.anpi.messaging.Delivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryOutcomeTest {

    private static final String HTML = "<html><body>Bad gateway</body></html>";

    private StubLine line;
    private LineConnections connections;

    @BeforeEach
    void open() throws IOException {
        line = new StubLine();
        connections = line.connections();
    }

    @AfterEach
    void close() {
        connections.close();
        line.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422})
    void a_wrong_request_is_refused_with_what_line_says(int status) {
        Delivery outcome = outcome(json(status, "{\"message\":\"The request body has 1 error(s)\"}"));

        assertThat(outcome).isEqualTo(new Delivery.Refused("HTTP " + status + ": The request body has 1 error(s)"));
    }

    @Test
    void an_already_accepted_message_is_accepted_even_when_we_see_the_conflict_first() {
        String body = "{\"message\":\"The retry key is already accepted\"}";

        assertThat(outcome(withHeader("x-line-accepted-request-id", "1", json(409, body))))
                .isEqualTo(new Delivery.Accepted());
        assertThat(outcome(json(409, body))).isEqualTo(new Delivery.Accepted());
    }

    @Test
    void a_conflict_of_another_kind_is_no_acceptance() {
        assertThat(outcome(json(409, "{\"message\":\"Conflict\"}"))).isEqualTo(unavailable("HTTP 409: Conflict", true));
    }

    @Test
    void the_months_end_of_messages_is_told_from_being_too_fast() {
        assertThat(outcome(json(429, "{\"message\":\"You have reached your monthly limit.\"}")))
                .isInstanceOf(Delivery.QuotaUsedUp.class);
        assertThat(outcome(json(429, "{\"message\":\"The API rate limit has been exceeded. Try again later.\"}")))
                .isInstanceOf(Delivery.TooFast.class);
        assertThat(outcome(with(429, "text/plain", ""))).isInstanceOf(Delivery.TooFast.class);
    }

    @ParameterizedTest
    @CsvSource({
        "401,false",
        "403,false",
        "404,false",
        "410,false",
        "415,false",
        "500,true",
        "502,false",
        "503,false",
        "504,true",
        "507,true"
    })
    void what_is_about_nobody_in_particular_says_whether_it_may_have_taken_the_message(
            int status, boolean maybeAccepted) {
        assertThat(outcome(json(status, "{\"message\":\"Sorry\"}")))
                .isEqualTo(unavailable("HTTP " + status + ": Sorry", maybeAccepted));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {HTML, "", "null", "[]", "\"text\"", "{\"message\":", "{\"message\":null}", "{\"message\":7}"})
    void an_error_without_lines_json_is_still_told_by_its_status(String body) {
        assertThat(outcome(with(502, "text/html", body)))
                .isInstanceOfSatisfying(Delivery.Unavailable.class, unavailable -> {
                    assertThat(unavailable.error()).startsWith("HTTP 502");
                    assertThat(unavailable.error()).doesNotContain("<");
                    assertThat(unavailable.maybeAccepted()).isFalse();
                });
        assertThat(outcome(with(400, "text/html", body))).isInstanceOf(Delivery.Refused.class);
        assertThat(outcome(with(500, "application/json", body))).isInstanceOf(Delivery.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {HTML, "", "null", "[]"})
    void a_success_is_a_success_whatever_its_body(String body) {
        assertThat(outcome(with(200, "text/html", body))).isEqualTo(new Delivery.Accepted());
        assertThat(outcome(with(200, "application/json", body))).isEqualTo(new Delivery.Accepted());
        assertThat(outcome(with(202, "application/json", body))).isEqualTo(new Delivery.Accepted());
    }

    @Test
    void a_success_that_breaks_off_is_a_success() {
        Answer brokenOff = exchange -> {
            exchange.sendResponseHeaders(200, 500);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            exchange.getHttpContext().getServer().stop(0);
        };

        assertThat(outcome(brokenOff)).isEqualTo(new Delivery.Accepted());
    }

    @Test
    void a_login_page_in_between_is_no_success() {
        line.answers("GET /login", with(200, "text/html", HTML));

        assertThat(outcome(withHeader("Location", "/login", with(302, "text/html", ""))))
                .isEqualTo(unavailable("Redirected elsewhere", false));
    }

    @Test
    void a_request_that_was_taken_without_an_answer_may_have_been_accepted() {
        assertThat(outcome(hangingUp()))
                .isInstanceOfSatisfying(Delivery.Unavailable.class, lost -> assertThat(lost.maybeAccepted())
                        .isTrue());
    }

    @Test
    void an_answer_that_takes_too_long_leaves_it_open() {
        assertThat(outcome(after(Duration.ofSeconds(60), json(200, "{}"))))
                .isInstanceOfSatisfying(Delivery.Unavailable.class, late -> assertThat(late.maybeAccepted())
                        .isTrue());
    }

    @Test
    void a_refused_connection_cannot_have_been_accepted() {
        line.close();

        assertThat(outcome(json(200, "{}"))).isEqualTo(unavailable("ConnectException", false));
    }

    @Test
    void an_unknown_host_cannot_have_been_accepted() {
        URI nowhere = URI.create("http://line.invalid");
        LineSettings settings = new LineSettings(
                nowhere, nowhere, Optional.empty(), Optional.of("token"), Optional.empty(), Optional.empty());
        LineConnections far = StubLine.connections(settings, SystemClock.clock());

        assertThat(sent(far)).isEqualTo(unavailable("UnknownHostException", false));
        far.close();
    }

    @Test
    void without_any_token_line_is_not_asked() {
        LineSettings settings = new LineSettings(
                line.address(), line.address(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        LineConnections mute = StubLine.connections(settings, SystemClock.clock());

        assertThat(sent(mute)).isEqualTo(unavailable("No channel access token is configured", false));
        assertThat(line.calls()).isEmpty();
        mute.close();
    }

    @Test
    void after_the_end_nothing_is_sent_and_nothing_thrown() {
        sent(connections);
        connections.close();

        assertThat(sent(connections))
                .isInstanceOfSatisfying(Delivery.Unavailable.class, ended -> assertThat(ended.maybeAccepted())
                        .isFalse());
    }

    private Delivery outcome(Answer answer) {
        // Nothing is wrong with the words.
        line.answers(answer).answers("POST /v2/bot/message/validate/push", json(200, "{}"));
        return sent(connections);
    }

    private static Delivery sent(LineConnections connections) {
        return new LineMessageChannel(connections, Fakes.recipients(), Fakes.renderer())
                .send(Fakes.question(1L))
                .toCompletableFuture()
                .join();
    }

    private static Delivery unavailable(String error, boolean maybeAccepted) {
        return new Delivery.Unavailable(error, maybeAccepted);
    }
}
