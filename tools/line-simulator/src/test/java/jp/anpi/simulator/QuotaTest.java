package jp.anpi.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuotaTest extends SimulatorTest {

    @Test
    void an_unlimited_plan_says_none_and_a_limited_one_its_value() throws IOException {
        assertThat(line.get("/v2/bot/message/quota").json().path("type").asText())
                .isEqualTo("none");

        simulator.quota().limitTo(200);
        assertThat(line.get("/v2/bot/message/quota").text()).isEqualTo("{\"type\":\"limited\",\"value\":200}");
    }

    @Test
    void people_are_counted_and_not_messages() throws IOException {
        Phone sakura = friend("さくら");
        line.post(
                "/v2/bot/message/push",
                "{\"to\":\"" + sakura.userId() + "\",\"messages\":[" + LineClient.text("a") + "," + LineClient.text("b")
                        + "]}");

        assertThat(consumption()).isEqualTo(1);
    }

    @Test
    void beyond_the_limit_nobody_is_reached() throws IOException {
        Phone sakura = friend("さくら");
        Phone taro = friend("たろう");
        simulator.quota().limitTo(1);

        LineClient.Response answer = line.post(
                "/v2/bot/message/multicast",
                "{\"to\":[\"" + sakura.userId() + "\",\"" + taro.userId() + "\"],\"messages\":[" + LineClient.text("x")
                        + "]}");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.message()).isEqualTo("You have reached your monthly limit.");
        assertThat(sakura.received()).isEmpty();
        assertThat(line.push(sakura.userId(), "x").status()).isEqualTo(200);
        assertThat(line.push(taro.userId(), "x").status()).isEqualTo(429);
    }

    @Test
    void the_count_starts_anew_with_the_month_of_japan() throws IOException {
        Phone sakura = friend("さくら");
        simulator.quota().limitTo(1);
        line.push(sakura.userId(), "x");

        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-11-30T15:00:00Z")));
        assertThat(consumption()).isZero();
        assertThat(line.push(sakura.userId(), "x").status()).isEqualTo(200);
    }

    @Test
    void the_figure_that_line_reports_is_approximate() throws IOException {
        Phone sakura = friend("さくら");
        line.push(sakura.userId(), "x");
        simulator.quota().useElsewhere(clock.instant(), 9);
        assertThat(consumption()).isEqualTo(10);

        simulator.quota().reportLess(3);
        assertThat(consumption()).isEqualTo(7);
    }

    @Test
    void deliveries_of_a_day_are_ready_on_the_next() throws IOException {
        Phone sakura = friend("さくら");
        line.push(sakura.userId(), "x");
        line.reply(lastReplyToken(), "x");
        String today = "/v2/bot/message/delivery/push?date=20261123";
        assertThat(line.get(today).json().path("status").asText()).isEqualTo("unready");

        clock.advance(Duration.ofDays(1));
        assertThat(line.get(today).text()).isEqualTo("{\"status\":\"ready\",\"success\":1}");
        assertThat(line.get("/v2/bot/message/delivery/reply?date=20261123")
                        .json()
                        .path("success")
                        .asInt())
                .isEqualTo(1);
        assertThat(line.get("/v2/bot/message/delivery/push?date=heute").message())
                .isEqualTo("The value for the 'date' parameter is invalid");
    }

    @Test
    void rate_limits_are_enforced_only_when_switched_on() throws IOException {
        String body = "{\"messages\":[" + LineClient.text("x") + "]}";
        simulator.rateLimits().enforce(true);
        for (int i = 0; i < 60; i++) {
            assertThat(line.post("/v2/bot/message/broadcast", body).status()).isEqualTo(200);
        }
        assertThat(line.post("/v2/bot/message/broadcast", body).message())
                .isEqualTo("The API rate limit has been exceeded. Try again later.");

        wallClock.advance(Duration.ofMinutes(1));
        assertThat(line.post("/v2/bot/message/broadcast", body).status()).isEqualTo(200);
        simulator.rateLimits().enforce(false);
        assertThat(line.post("/v2/bot/message/broadcast", body).status()).isEqualTo(200);
    }

    private long consumption() throws IOException {
        return line.get("/v2/bot/message/quota/consumption")
                .json()
                .path("totalUsage")
                .asLong();
    }
}
