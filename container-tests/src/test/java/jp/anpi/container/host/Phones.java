package jp.anpi.container.host;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import jp.anpi.launcher.demo.DevClock;
import jp.anpi.launcher.demo.Resident;
import jp.anpi.launcher.demo.Resident.Habits;
import jp.anpi.simulator.LineSimulator;
import jp.anpi.simulator.SimulatorOptions;

/** A LINE for a product, and people with phones on it who live by the product's clock. */
public final class Phones implements AutoCloseable {

    private static final String SECRET = "container-test-secret";
    private static final String TOKEN = "container-test-token";

    private final LineSimulator line;
    private final DevClock clock;

    private Phones(URI product, int port) {
        clock = new DevClock(product);
        line = LineSimulator.start(SimulatorOptions.defaults()
                .withPort(port)
                .withWebhookUrl(URI.create(product + "/line/webhook"))
                .withProductUrl(product)
                .withWebhookTimeout(Duration.ofSeconds(20))
                .withChannelSecret(SECRET)
                .withChannelAccessToken(TOKEN));
    }

    /** On the server that Arquillian runs, whose LINE is out of reach again once this is closed. */
    public static Phones ofPremises() {
        return new Phones(
                URI.create("http://localhost:" + System.getProperty("anpi.test.http-port")),
                Integer.getInteger("anpi.test.line-port"));
    }

    /** On any product; LINE's port is a free one. */
    public static Phones of(URI product) {
        return new Phones(product, 0);
    }

    /** With which a product uses this LINE. */
    public Map<String, String> settings() {
        return settings(line.url().toString());
    }

    static Map<String, String> settings(String address) {
        return Map.of(
                "anpi.line.api-base-url", address,
                "anpi.line.channel-secret", SECRET,
                "anpi.line.channel-access-token", TOKEN);
    }

    public LineSimulator line() {
        return line;
    }

    public DevClock clock() {
        return clock;
    }

    /** Somebody who wants to be asked daily at eight. */
    public Resident resident(String name) {
        return new Resident(line.addPhone(name), clock, new Habits(name, "毎日", LocalTime.of(8, 0)), (who, deed) -> {});
    }

    @Override
    public void close() {
        line.close();
    }
}
