package jp.anpi.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import jp.anpi.launcher.SteadyHttp;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** The archive as a server runs it, seen from outside. */
@RunAsClient
class ReadinessTest extends InContainer {

    @Test
    void the_deployed_archive_is_ready_at_the_root_of_the_server() throws Exception {
        HttpResponse<String> answer = get("/health/ready");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"UP\"");
    }

    @Test
    void it_is_alive_and_started() throws Exception {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/started").statusCode()).isEqualTo(200);
    }

    @Test
    void its_own_figures_stand_beside_the_server_s() throws Exception {
        assertThat(get("/metrics").body()).contains("anpi_due_lag_seconds{", "anpi_heartbeat_age_seconds{");
    }

    @Test
    void pages_are_served_in_the_product_s_own_words() throws Exception {
        HttpResponse<String> answer = get("/my/");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("LINE").contains("/assets/resident.css");
        assertThat(get("/assets/resident.css").statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_not_signed_by_line_is_refused() throws Exception {
        HttpRequest unsigned = to("/line/webhook")
                .POST(HttpRequest.BodyPublishers.ofString("{\"events\":[]}"))
                .build();

        assertThat(SteadyHttp.CLIENT
                        .send(unsigned, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return SteadyHttp.CLIENT.send(to(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:" + System.getProperty("anpi.test.http-port") + path))
                .timeout(Duration.ofSeconds(30));
    }
}
