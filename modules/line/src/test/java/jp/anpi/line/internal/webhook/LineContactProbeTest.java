package jp.anpi.line.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.anpi.line.internal.channel.Fakes;
import jp.anpi.line.internal.channel.LineConnection;
import jp.anpi.line.internal.channel.StubLine;
import org.junit.jupiter.api.Test;

/** The proof of contact, without which nobody's silence is counted (E-8). */
class LineContactProbeTest {

    private final LineContactProbe probe = new LineContactProbe();

    @Test
    void e8_a_refusal_is_an_answer() throws IOException {
        try (StubLine line = new StubLine().answers(StubLine.json(401, "{}"));
                LineConnection connection = line.connection()) {
            probe.connections = Fakes.connections(connection);

            assertThat(answered()).isTrue();
        }
    }

    @Test
    void e8_where_the_channel_was_taken_away_nothing_is_proven() throws IOException {
        List<String> noted = new CopyOnWriteArrayList<>();
        try (StubLine line = new StubLine();
                LineConnection connection = line.connectionWithoutChannel()) {
            probe.connections = Fakes.connections(connection, Optional.empty(), noted::add);

            assertThat(answered()).isFalse();
            assertThat(line.calls()).isEmpty();
            assertThat(noted).as("who asked notes it, for whom it matters").isEmpty();
        }
    }

    private boolean answered() {
        return probe.answers(Fakes.ORGANIZATION).toCompletableFuture().join();
    }
}
