package jp.anpi.line.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.bot.messaging.client.MessagingApiClient;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import jp.anpi.messaging.Delivery;
import org.junit.jupiter.api.Test;

class LineConnectionTest {

    @Test
    void many_requests_run_at_a_time() throws IOException {
        // The stub answers nobody before all have asked.
        try (StubLine line = new StubLine().answers(StubLine.together(32, StubLine.json(200, "{}")));
                LineConnection connection = line.patientConnection()) {
            var channel = new LineMessageChannel(Fakes.connections(connection), Fakes.recipients(), Fakes.renderer());

            CompletableFuture<?>[] all = IntStream.range(0, 32)
                    .mapToObj(i -> channel.send(Fakes.question(1L)).toCompletableFuture())
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(all).join();

            assertThat(all).allMatch(each -> each.join() instanceof Delivery.Accepted);
        }
    }

    @Test
    void no_thread_outlives_the_end() throws Exception {
        try (StubLine line = new StubLine()) {
            LineConnection connection = line.connection();
            connection.api().getBotInfo().handle((answer, failure) -> answer).join();
            List<Thread> dispatchers = dispatchers();
            assertThat(dispatchers).isNotEmpty();

            connection.close();

            for (Thread dispatcher : dispatchers) {
                dispatcher.join(10_000);
            }
            assertThat(dispatchers).noneMatch(Thread::isAlive);
        }
    }

    /** E-8. */
    @Test
    void where_no_channel_was_entered_silence_of_line_is_no_outage() throws IOException {
        List<String> noted = new CopyOnWriteArrayList<>();
        try (StubLine line = new StubLine().answers(StubLine.json(500, "{}"));
                LineConnection connection = line.connection()) {
            ask(Fakes.connections(connection, Optional.empty(), noted::add));
            assertThat(noted).isEmpty();

            ask(Fakes.connections(connection, Optional.of("token"), noted::add));
            assertThat(noted).containsExactly("unanswered");
        }
    }

    private static void ask(LineConnections connections) {
        connections
                .call(Fakes.ORGANIZATION, MessagingApiClient::getBotInfo)
                .handle((answer, failure) -> answer)
                .join();
    }

    private static List<Thread> dispatchers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon() && thread.getName().startsWith("OkHttp"))
                .toList();
    }
}
