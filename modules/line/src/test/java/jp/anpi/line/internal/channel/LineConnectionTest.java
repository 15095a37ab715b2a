package jp.anpi.line.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jp.anpi.messaging.Delivery;
import org.junit.jupiter.api.Test;

class LineConnectionTest {

    @Test
    void many_requests_run_at_a_time() throws IOException {
        try (StubLine line = new StubLine().answers(StubLine.after(Duration.ofMillis(300), StubLine.json(200, "{}")));
                LineConnection connection = line.connection()) {
            var channel = new LineMessageChannel(new LineConnections(connection), Fakes.members(), Fakes.renderer());
            long start = System.nanoTime();

            CompletableFuture<?>[] all = IntStream.range(0, 32)
                    .mapToObj(i -> channel.send(Fakes.question(1L)).toCompletableFuture())
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(all).join();

            // Five at a time, as OkHttp would have it, take 2.1 s.
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1900));
            assertThat(all).allMatch(each -> each.join() instanceof Delivery.Accepted);
        }
    }

    @Test
    void no_thread_outlives_the_end() throws Exception {
        try (StubLine line = new StubLine()) {
            LineConnection connection = line.connection();
            connection.api().getBotInfo().handle((answer, failure) -> answer).join();
            assertThat(dispatchersOf(line)).isPositive();

            connection.close();

            for (int i = 0; i < 40 && dispatchersOf(line) > 0; i++) {
                Thread.sleep(50);
            }
            assertThat(dispatchersOf(line)).isZero();
        }
    }

    private static long dispatchersOf(StubLine line) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon() && thread.getName().startsWith("OkHttp"))
                .count();
    }
}
