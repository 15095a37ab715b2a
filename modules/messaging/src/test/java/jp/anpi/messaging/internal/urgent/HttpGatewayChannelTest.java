package jp.anpi.messaging.internal.urgent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.anpi.foundation.UrgentSettings.Gateway;
import jp.anpi.messaging.Delivery;
import jp.anpi.messaging.UrgentMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a vendor's gateway is sent, and what its answers mean: {@code docs/extending.md} in code. */
class HttpGatewayChannelTest {

    private static final UrgentMessage MESSAGE = new UrgentMessage(
            UUID.fromString("00000000-0000-4000-8000-000000000002"),
            "+819012345678",
            "みどり市",
            "返事がありません",
            "返事がありません。連絡をとってみてください。");

    private HttpServer gateway;
    private volatile int answer = 202;
    private final List<Map<?, ?>> bodies = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();

    @BeforeEach
    void a_gateway() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/send", this::take);
        gateway.start();
    }

    @AfterEach
    void no_gateway() {
        gateway.stop(0);
    }

    @Test
    void it_gets_number_text_and_a_key_that_stays_the_same() {
        assertThat(channel().send(MESSAGE)).isInstanceOf(Delivery.Accepted.class);
        answer = 503;
        channel().send(MESSAGE);

        Map<String, String> expected = Map.of(
                "to",
                MESSAGE.address(),
                "text",
                MESSAGE.text(),
                "idempotencyKey",
                MESSAGE.id().toString());
        assertThat(bodies).hasSize(2).allMatch(expected::equals);
        assertThat(tokens).containsOnly("Bearer gateway-token");
    }

    @ParameterizedTest
    @CsvSource({
        "200, Accepted",
        "202, Accepted",
        "204, Accepted",
        "400, Refused",
        "422, Refused",
        "401, Unavailable",
        "404, Unavailable",
        "429, TooFast",
        "500, Unavailable",
        "503, Unavailable"
    })
    void its_answer_decides(int status, String outcome) {
        answer = status;
        assertThat(channel().send(MESSAGE).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void where_nobody_listens_it_was_certainly_not_seen() {
        UrgentChannelAddress address = new UrgentChannelAddress(uri());
        gateway.stop(0);

        assertThat(address.channel().send(MESSAGE))
                .isInstanceOfSatisfying(Delivery.Unavailable.class, nobody -> assertThat(nobody.maybeAccepted())
                        .isFalse());
    }

    private record UrgentChannelAddress(URI uri) {
        HttpGatewayChannel channel() {
            return new HttpGatewayChannel(Optional.of(new Gateway(uri, Optional.of("gateway-token"))));
        }
    }

    private HttpGatewayChannel channel() {
        return new UrgentChannelAddress(uri()).channel();
    }

    private URI uri() {
        return URI.create("http://localhost:" + gateway.getAddress().getPort() + "/send");
    }

    private void take(HttpExchange exchange) throws IOException {
        bodies.add(new ObjectMapper().readValue(exchange.getRequestBody(), Map.class));
        tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }
}
