package jp.anpi.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import jp.anpi.simulator.traffic.Fault;
import jp.anpi.simulator.traffic.FaultKind;
import jp.anpi.simulator.traffic.LoggedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest extends SimulatorTest {

    private static final String PUSH = "/v2/bot/message/push";
    private static final String KEY = "123e4567-e89b-12d3-a456-426614174000";

    private Phone sakura;

    @BeforeEach
    void befriend() {
        sakura = friend("さくら");
    }

    @ParameterizedTest
    @CsvSource({
        "SERVER_ERROR_BEFORE_ACCEPT,500",
        "BAD_GATEWAY_HTML,502",
        "SERVICE_UNAVAILABLE,503",
        "RATE_LIMITED,429",
        "MONTHLY_LIMIT,429"
    })
    void a_request_refused_by_a_fault_takes_no_effect(FaultKind kind, int status) throws IOException {
        simulator.faults().begin(kind);

        assertThat(line.push(sakura.userId(), "x").status()).isEqualTo(status);
        assertThat(sakura.received()).isEmpty();

        simulator.faults().clear();
        assertThat(line.push(sakura.userId(), "x").status()).isEqualTo(200);
    }

    @Test
    void the_two_kinds_of_429_differ_by_their_message_only() throws IOException {
        simulator.faults().begin(Fault.of(FaultKind.RATE_LIMITED).forNext(1));
        simulator.faults().begin(Fault.of(FaultKind.MONTHLY_LIMIT).forNext(1));

        assertThat(line.push(sakura.userId(), "x").message())
                .isEqualTo("The API rate limit has been exceeded. Try again later.");
        assertThat(line.push(sakura.userId(), "x").message()).isEqualTo("You have reached your monthly limit.");
        assertThat(line.push(sakura.userId(), "x").status()).isEqualTo(200);
    }

    @Test
    void a_500_after_accepting_leaves_the_retry_key_accepted() throws IOException {
        simulator.faults().begin(Fault.of(FaultKind.SERVER_ERROR_AFTER_ACCEPT).forNext(1));

        assertThat(line.push(sakura.userId(), "x", "x-line-retry-key", KEY).status())
                .isEqualTo(500);
        assertThat(line.push(sakura.userId(), "x", "x-line-retry-key", KEY).status())
                .isEqualTo(409);
        assertThat(sakura.received()).hasSize(1);
        assertThat(simulator.requests().acceptedTo(PUSH)).hasSize(1);
    }

    @Test
    void a_dropped_connection_gives_no_answer_whether_or_not_it_was_accepted() throws IOException {
        simulator.faults().begin(Fault.of(FaultKind.DROP_BEFORE_ACCEPT).onPath(PUSH));
        assertThatThrownBy(() -> line.push(sakura.userId(), "x")).isInstanceOf(IOException.class);
        assertThat(sakura.received()).isEmpty();

        simulator.faults().clear();
        simulator.faults().begin(Fault.of(FaultKind.DROP_AFTER_ACCEPT).onPath(PUSH));
        assertThatThrownBy(() -> line.push(sakura.userId(), "x", "x-line-retry-key", KEY))
                .isInstanceOf(IOException.class);
        assertThat(sakura.received()).hasSize(1);
        assertThat(simulator.requests().to(PUSH)).last().satisfies(request -> {
            assertThat(request.status()).isZero();
            assertThat(request.accepted()).isTrue();
        });
    }

    @Test
    void an_unplugged_platform_refuses_connections_until_it_is_plugged_in() throws IOException {
        simulator.unplug();
        assertThatThrownBy(() -> line.push(sakura.userId(), "x")).isInstanceOf(IOException.class);

        simulator.plugIn();
        assertThat(line.push(sakura.userId(), "x").status()).isEqualTo(200);
    }

    @Test
    void a_fault_hits_its_paths_only() throws IOException {
        simulator.faults().begin(Fault.of(FaultKind.SERVICE_UNAVAILABLE).onPath(PUSH));

        assertThat(line.get("/v2/bot/info").status()).isEqualTo(200);
        assertThat(line.push(sakura.userId(), "x").status()).isEqualTo(503);
    }

    @Test
    void a_slow_answer_is_late_and_still_an_answer() throws IOException {
        simulator.faults().begin(Fault.slow(Duration.ofMillis(150)));
        long started = System.nanoTime();

        assertThat(line.push(sakura.userId(), "x").status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @Test
    void the_log_knows_every_request_and_no_token() throws IOException {
        simulator.requests().clear();
        line.push(sakura.userId(), "こんにちは", "x-line-retry-key", KEY);

        LoggedRequest request = simulator.requests().all().get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo(PUSH);
        assertThat(request.at()).isEqualTo(clock.instant());
        assertThat(request.retryKey()).contains(KEY);
        assertThat(request.json().path("messages").path(0).path("text").asText())
                .isEqualTo("こんにちは");
        assertThat(request.toString()).doesNotContain(simulator.options().channelAccessToken());
    }
}
