package jp.anpi.line.internal.channel;

import static jp.anpi.line.internal.channel.StubLine.json;
import static jp.anpi.line.internal.channel.StubLine.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import jp.anpi.line.internal.channel.Replies.Outcome;
import jp.anpi.line.internal.render.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineRepliesTest {

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

    @Test
    void a_reply_goes_to_its_token_without_a_retry_key() {
        assertThat(reply()).isEqualTo(Outcome.SENT);

        assertThat(line.requests()).containsExactly("POST /v2/bot/message/reply");
        assertThat(line.calls().get(0).header("X-Line-Retry-Key")).isEmpty();
        assertThat(line.calls().get(0).body())
                .contains("\"replyToken\":\"the-token\"")
                .contains("ありがとう");
    }

    @Test
    void a_used_up_token_calls_for_a_push() {
        line.answers(json(400, "{\"message\":\"Invalid reply token\"}"));

        assertThat(reply()).isEqualTo(Outcome.TOKEN_GONE);
    }

    @Test
    void wrong_content_is_refused_and_not_worth_a_push() {
        line.answers(json(400, "{\"message\":\"The request body has 1 error(s)\"}"));

        assertThat(reply()).isEqualTo(Outcome.REFUSED);
    }

    @ParameterizedTest
    @CsvSource({
        "401,TOKEN_GONE",
        "429,TOKEN_GONE",
        "502,TOKEN_GONE",
        "503,TOKEN_GONE",
        "500,UNCERTAIN",
        "504,UNCERTAIN",
        "403,REFUSED",
        "413,REFUSED"
    })
    void a_status_says_whether_the_reply_can_have_been_shown(int status, Outcome outcome) {
        line.answers(with(status, "text/html", "<html>"));

        assertThat(reply()).isEqualTo(outcome);
    }

    @Test
    void an_unreadable_success_was_shown() {
        line.answers(with(200, "text/html", "<html>"));

        assertThat(reply()).isEqualTo(Outcome.SENT);
    }

    @Test
    void an_answer_that_never_comes_leaves_it_uncertain() {
        line.answers(StubLine.hangingUp());
        assertThat(reply()).isEqualTo(Outcome.UNCERTAIN);

        line.answers(StubLine.after(Duration.ofSeconds(60), json(200, "{}")));
        assertThat(reply()).isEqualTo(Outcome.UNCERTAIN);
    }

    @Test
    void a_token_that_the_http_client_used_up_by_itself_is_no_reason_to_push() {
        // OkHttp repeats a 503 that asks for it at once; LINE has shown the first, and the second finds no token.
        line.answers(exchange -> {
            if (line.calls().size() == 1) {
                StubLine.withHeader("Retry-After", "0", with(503, "text/html", ""))
                        .to(exchange);
            } else {
                json(400, "{\"message\":\"Invalid reply token\"}").to(exchange);
            }
        });

        assertThat(reply()).isEqualTo(Outcome.UNCERTAIN);
        assertThat(line.calls()).hasSize(2);
    }

    @Test
    void without_line_a_push_is_left_to_the_outbox() {
        line.close();

        assertThat(reply()).isEqualTo(Outcome.TOKEN_GONE);
    }

    private Outcome reply() {
        return new LineReplies(connections)
                .reply(Fakes.ORGANIZATION, "the-token", List.of(Texts.of("ありがとう")))
                .join();
    }
}
