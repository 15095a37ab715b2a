package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Whoever sends a request without ever ending it costs nobody else anything: LINE is answered within its two seconds. */
@EnabledIfSystemProperty(named = "anpi.test.full", matches = "true")
class SlowSendersTest {

    private static final int SENDERS = 200;
    private static final String EMPTY = "{\"destination\":\"Ub\",\"events\":[]}";

    private final Town town = Town.shared();
    private final Post post = new Post(town.address());
    private final List<Wire> wires = new ArrayList<>();

    @AfterEach
    void hangUp() {
        wires.forEach(Wire::close);
    }

    @Test
    void two_hundred_unfinished_deliveries_keep_nobody_waiting_and_are_ended() {
        opened(SENDERS, start("/line/webhook", "Content-Length: 1000\r\n") + "{\"events\"");
        answeredInTime();

        assertThat(wires.get(0).statusLine(Duration.ofSeconds(20))).contains(" 408 ");
    }

    @Test
    void nor_do_bodies_where_none_is_expected_nor_headers_without_end() {
        for (String path : List.of("/", "/index.xhtml", "/my/", "/my/open/x", "/health/live", "/metrics", "/nowhere")) {
            opened(SENDERS / 4, start(path, "Content-Length: 1000\r\n") + "a=");
            answeredInTime();
        }
        opened(SENDERS, "POST /line/webhook HTTP/1.1\r\nHost: localhost\r\nX-");
        answeredInTime();
    }

    @Test
    void who_is_only_slow_is_heard() {
        byte[] body = EMPTY.getBytes(StandardCharsets.UTF_8);
        Wire wire = opened(
                        1,
                        start(
                                "/line/webhook",
                                "Connection: close\r\nContent-Length: " + body.length + "\r\nX-Line-Signature: "
                                        + Post.signature(body) + "\r\n"))
                .get(0);
        for (byte octet : body) {
            wire.say(new byte[] {octet});
        }
        assertThat(wire.statusLine(Duration.ofSeconds(10))).contains(" 200 ");
    }

    private void answeredInTime() {
        for (int i = 0; i < 3; i++) {
            long began = System.nanoTime();
            assertThat(post.signed(EMPTY)).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        }
    }

    private List<Wire> opened(int count, String said) {
        URI product = town.address();
        List<Wire> fresh = IntStream.range(0, count)
                .mapToObj(i -> Wire.to(product).say(said))
                .toList();
        wires.addAll(fresh);
        return fresh;
    }

    private static String start(String path, String headers) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + headers + "\r\n";
    }
}
