package jp.anpi.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jp.anpi.simulator.traffic.LoggedRequest;
import jp.anpi.simulator.traffic.RequestWatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestWatchTest extends SimulatorTest {

    private static final String PUSH = "/v2/bot/message/push";

    private Phone sakura;

    @BeforeEach
    void befriend() {
        sakura = friend("さくら");
    }

    @Test
    void who_watches_sees_a_request_before_and_after_its_decision() throws IOException {
        List<String> seen = new ArrayList<>();
        simulator.requests().watch(new RequestWatch() {
            @Override
            public boolean arrived(String path) {
                seen.add("arrived, received " + sakura.received().size());
                return true;
            }

            @Override
            public void decided(LoggedRequest request) {
                seen.add("accepted " + request.accepted() + ", received "
                        + sakura.received().size());
            }
        });
        assertThat(line.push(sakura.userId(), "x").status()).isEqualTo(200);
        assertThat(seen).containsExactly("arrived, received 0", "accepted true, received 1");
    }

    @Test
    void what_is_not_let_on_takes_no_effect() {
        simulator.requests().watch(new RequestWatch() {
            @Override
            public boolean arrived(String path) {
                return false;
            }
        });
        assertThatThrownBy(() -> line.push(sakura.userId(), "x")).isInstanceOf(IOException.class);
        assertThat(sakura.received()).isEmpty();
        assertThat(simulator.requests().acceptedTo(PUSH)).isEmpty();
    }
}
