package jp.anpi.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChannelTest extends SimulatorTest {

    @Test
    void a_stateless_token_opens_the_api_for_15_minutes() throws IOException {
        String token = issue(simulator.options().channelSecret())
                .json()
                .path("access_token")
                .asText();
        LineClient own = new LineClient(simulator, token);
        assertThat(own.get("/v2/bot/info").status()).isEqualTo(200);

        wallClock.advance(Duration.ofMinutes(15));
        assertThat(own.get("/v2/bot/info").status()).isEqualTo(401);
    }

    @Test
    void wrong_credentials_are_refused_in_the_words_of_oauth() throws IOException {
        LineClient.Response answer = issue("wrong");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).isEqualTo("invalid_client");
        assertThat(answer.json().path("error_description").asText()).isNotBlank();
    }

    @Test
    void the_account_tells_about_itself() throws IOException {
        var info = line.get("/v2/bot/info").json();
        friend("さくら");

        assertThat(info.path("basicId").asText()).isEqualTo("@mimamori");
        assertThat(product.webhooks().get(0).json().path("destination")).isEqualTo(info.path("userId"));
    }

    @Test
    void a_profile_is_shown_of_friends_and_not_of_who_blocks() throws IOException {
        Phone sakura = friend("さくら");
        String profile = "/v2/bot/profile/" + sakura.userId();
        assertThat(line.get(profile).json().path("displayName").asText()).isEqualTo("さくら");

        sakura.block();
        assertThat(line.get(profile).status()).isEqualTo(404);
    }

    @Test
    void the_webhook_endpoint_is_set_and_tested() throws IOException {
        line.put("/v2/bot/channel/webhook/endpoint", "{\"endpoint\":\"" + product.webhookUrl() + "\"}");
        assertThat(line.get("/v2/bot/channel/webhook/endpoint")
                        .json()
                        .path("endpoint")
                        .asText())
                .isEqualTo(product.webhookUrl().toString());

        var test = line.post("/v2/bot/channel/webhook/test", "{}").json();
        assertThat(test.path("success").asBoolean()).isTrue();
        assertThat(test.path("reason").asText()).isEqualTo("OK");
    }

    @Test
    void a_loading_animation_lasts_a_multiple_of_five_seconds() throws IOException {
        Phone sakura = friend("さくら");
        String body = "{\"chatId\":\"" + sakura.userId() + "\",\"loadingSeconds\":%d}";
        assertThat(line.post("/v2/bot/chat/loading/start", body.formatted(20)).status())
                .isEqualTo(202);
        assertThat(line.post("/v2/bot/chat/loading/start", body.formatted(21)).status())
                .isEqualTo(400);
    }

    @Test
    void a_link_token_links_once() throws IOException {
        Phone sakura = friend("さくら");
        String token = line.post("/v2/bot/user/" + sakura.userId() + "/linkToken", "{}")
                .json()
                .path("linkToken")
                .asText();
        String url = "https://access.line.me/dialog/bot/accountLink?linkToken=" + token + "&nonce=0123456789";

        sakura.openAccountLink(url);
        assertThat(product.lastEvent().path("link").path("nonce").asText()).isEqualTo("0123456789");

        int before = product.webhooks().size();
        assertThatThrownBy(() -> sakura.openAccountLink(url)).isInstanceOf(IllegalStateException.class);
        assertThat(product.webhooks()).hasSize(before);
    }

    private LineClient.Response issue(String secret) throws IOException {
        return line.form(
                "/oauth2/v3/token",
                "grant_type=client_credentials&client_id=" + simulator.options().channelId() + "&client_secret="
                        + secret);
    }
}
