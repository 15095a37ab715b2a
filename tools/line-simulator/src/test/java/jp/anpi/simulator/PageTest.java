package jp.anpi.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import jp.anpi.simulator.page.ProductClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest extends SimulatorTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/simulator/page/app.js", "/simulator/page/flex.css", "/simulator/page/icon.svg"})
    void the_page_needs_nothing_from_elsewhere(String path) throws IOException {
        LineClient.Response answer = line.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).doesNotContainPattern("(src|href)=\"https?:").doesNotContain("@import");
    }

    @Test
    void a_file_that_is_no_asset_is_not_served() throws IOException {
        assertThat(line.get("/simulator/page/ProductClock.class").status()).isEqualTo(404);
    }

    @Test
    void a_person_is_added_and_a_button_pressed_by_its_place() throws IOException {
        String userId = line.post("/simulator/phones", "{\"name\":\"さくら\"}")
                .json()
                .path("userId")
                .asText();
        String phone = "/simulator/phones/" + userId;
        line.post(phone + "/follow", "{}");
        line.pushMessage(userId, """
                {"type":"template","altText":"x","template":{"type":"confirm","text":"x","actions":[
                  {"type":"postback","label":"はい","data":"yes"},{"type":"postback","label":"いいえ","data":"no"}]}}""");
        JsonNode state = line.get("/simulator/state").json();
        long entry = state.path("phones")
                .path(0)
                .path("entries")
                .path(0)
                .path("number")
                .asLong();

        LineClient.Response pressed =
                line.post(phone + "/press", "{\"entry\":" + entry + ",\"pointer\":\"/template/actions/1\"}");

        assertThat(pressed.json().path("status").asInt()).isEqualTo(200);
        assertThat(product.lastEvent().path("postback").path("data").asText()).isEqualTo("no");
    }

    @Test
    void what_cannot_be_done_is_said() throws IOException {
        Phone sakura = friend("さくら");
        LineClient.Response answer = line.post("/simulator/phones/" + sakura.userId() + "/press", "{\"label\":\"OK\"}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.message()).contains("OK");
    }

    @Test
    void control_requests_are_not_in_the_log_of_the_platform() throws IOException {
        line.get("/simulator/state");
        assertThat(simulator.requests().all()).isEmpty();
    }

    @Test
    void the_simulated_clock_is_the_products_and_stands_still_while_it_is_silent() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] answer = "{\"now\":\"2026-11-22T23:00:00Z\",\"nextDue\":\"2026-11-23T23:00:00Z\"}"
                .getBytes(StandardCharsets.UTF_8);
        server.createContext("/dev/clock", exchange -> {
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        ProductClock productClock = new ProductClock(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), Clock.systemUTC());

        assertThat(productClock.get()).isEqualTo(Instant.parse("2026-11-22T23:00:00Z"));
        assertThat(productClock.nextDue()).contains(Instant.parse("2026-11-23T23:00:00Z"));

        server.stop(0);
        assertThat(productClock.get()).isEqualTo(Instant.parse("2026-11-22T23:00:00Z"));
        assertThat(productClock.nextDue()).isEmpty();
    }
}
