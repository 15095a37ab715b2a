package jp.anpi.launcher.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** E-21: whoever can ask nobody anything is not well, however ready it is. */
class HealthProbeTest {

    @Test
    void ready_without_a_way_to_line_is_a_finding() throws IOException {
        assertThat(finding("{\"checks\":[{\"data\":{\"secondsLate\":0}}]}")).isEmpty();
        assertThat(finding("{\"checks\":[{\"data\":{\"missing\":\"anpi.line.channel-secret\"}}]}"))
                .hasValueSatisfying(
                        words -> assertThat(words).contains("/health/ready", "over LINE", "anpi.line.channel-secret"));
    }

    private static Optional<String> finding(String body) throws IOException {
        HttpServer product = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        product.createContext("/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        product.start();
        try {
            return HealthProbe.finding(
                    URI.create("http://127.0.0.1:" + product.getAddress().getPort()));
        } finally {
            product.stop(0);
        }
    }
}
