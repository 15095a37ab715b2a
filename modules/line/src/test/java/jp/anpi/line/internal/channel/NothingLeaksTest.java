package jp.anpi.line.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import jp.anpi.line.internal.channel.StubLine.Answer;
import jp.anpi.line.internal.render.Texts;
import jp.anpi.messaging.Delivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NothingLeaksTest {

    private static final String PRIVATE_WORDS = "おなかが痛いです";

    private final StringBuffer logged = new StringBuffer();
    private final PrintStream standardError = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Handler ear = new Handler() {
        private final Formatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord entry) {
            logged.append(formatter.format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final Logger root = Logger.getLogger("");
    private final List<Logger> wires =
            List.of(Logger.getLogger("com.linecorp.bot.client.wire"), Logger.getLogger("okhttp3.OkHttpClient"));
    private Level before;

    @BeforeEach
    void listen() {
        before = root.getLevel();
        root.setLevel(Level.ALL);
        root.addHandler(ear);
        wires.forEach(wire -> wire.setLevel(Level.ALL));
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        root.removeHandler(ear);
        root.setLevel(before);
        System.setErr(standardError);
    }

    @Test
    void no_token_no_user_id_and_no_words_reach_a_log_or_an_error() throws IOException {
        String telltale = "{\"message\":\"Bad: " + StubLine.TOKEN + " " + Fakes.userId(1) + "\","
                + "\"details\":[{\"message\":\"" + PRIVATE_WORDS + "\"}]}";
        StringBuilder errors = new StringBuilder();
        for (int status : new int[] {200, 302, 400, 401, 403, 404, 409, 413, 429, 500, 502, 503}) {
            errors.append(everythingAgainst(StubLine.json(status, telltale)));
            errors.append(everythingAgainst(StubLine.json(status, "null")));
        }
        errors.append(everythingAgainst(StubLine.hangingUp()));

        for (String told : List.of(errors.toString(), logged.toString(), printed.toString(StandardCharsets.UTF_8))) {
            assertThat(told)
                    .doesNotContain(StubLine.TOKEN)
                    .doesNotContain(Fakes.userId(1))
                    .doesNotContain(PRIVATE_WORDS)
                    .doesNotContain("お元気ですか")
                    .doesNotContain("Exception in thread");
        }
        assertThat(errors.toString()).contains("HTTP 400: Bad: *** ***");
    }

    @Test
    void a_token_prints_without_itself() {
        assertThat(new ChannelTokens.Token(StubLine.TOKEN, Instant.EPOCH).toString())
                .doesNotContain(StubLine.TOKEN);
    }

    private String everythingAgainst(Answer answer) throws IOException {
        try (StubLine line = new StubLine().answers(answer)) {
            LineConnections connections = line.connections();
            var channel = new LineMessageChannel(connections, Fakes.recipients(), Fakes.renderer());
            Delivery one =
                    channel.send(Fakes.question(1L)).toCompletableFuture().join();
            Delivery many =
                    channel.send(Fakes.question(1L, 2L)).toCompletableFuture().join();
            channel.readQuota(Fakes.ORGANIZATION);
            new LineReplies(connections)
                    .reply(Fakes.ORGANIZATION, "token", List.of(Texts.of(PRIVATE_WORDS)))
                    .join();
            connections.close();
            return one + " " + many + " ";
        }
    }
}
