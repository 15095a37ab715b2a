package jp.anpi.simulator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A simulator, a product and two clocks for each test. */
abstract class SimulatorTest {

    final MovableClock clock = new MovableClock("2026-11-22T23:00:00Z");
    final MovableClock wallClock = new MovableClock("2026-01-01T00:00:00Z");
    StubProduct product;
    LineSimulator simulator;
    LineClient line;

    SimulatorOptions options() {
        return SimulatorOptions.defaults()
                .withWebhookUrl(product.webhookUrl())
                .withSimulatedClock(clock::instant)
                .withWallClock(wallClock);
    }

    @BeforeEach
    void start() {
        product = new StubProduct();
        simulator = LineSimulator.start(options());
        line = new LineClient(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
        product.close();
    }

    Phone friend(String name) {
        Phone phone = simulator.addPhone(name);
        phone.follow();
        return phone;
    }

    String lastReplyToken() {
        return product.lastEvent().path("replyToken").asText();
    }
}
