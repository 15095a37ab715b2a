package jp.anpi.townlife;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import jp.anpi.launcher.Installation;
import jp.anpi.launcher.Instance;
import jp.anpi.launcher.ProductProcess;
import jp.anpi.launcher.PropertySources;
import jp.anpi.launcher.demo.DevClock;
import jp.anpi.simulator.LineSimulator;
import jp.anpi.simulator.SimulatorOptions;
import jp.anpi.simulator.webhook.WebhookDelivery;

/** The product with its database, its LINE and its clock, which goes on while the product does not run. */
final class Premises implements AutoCloseable {

    private static final Logger WEB_SERVER = Logger.getLogger("org.eclipse.jetty");
    private static final Logger WEB_FRAMEWORK = Logger.getLogger("io.javalin");
    private static final String SECRET = "town-life-channel-secret";
    private static final String TOKEN = "town-life-channel-token";

    private static final int NOBODY_LISTENS = 1;

    /** Enough of each chat and log to go on with a dialogue and to look for a cause. */
    private static final int REMEMBERED = 40;

    private final Map<String, String> properties;
    private final URI webhook;
    private final LineSimulator line;
    private final boolean quickStart;
    private Instance instance;
    private DevClock clock;
    private volatile Instant standing;
    private volatile boolean moving;
    private final Effort effort = new Effort();

    /** @param quickStart compile quickly rather than well, for short runs */
    Premises(Path directory, Instant start, boolean quickStart) {
        WEB_SERVER.setLevel(Level.WARNING);
        WEB_FRAMEWORK.setLevel(Level.WARNING);
        this.quickStart = quickStart;
        standing = start;
        int port = freePort();
        webhook = URI.create("http://localhost:" + port + "/line/webhook");
        line = LineSimulator.start(SimulatorOptions.defaults()
                .withWebhookUrl(webhook)
                .withChannelSecret(SECRET)
                .withChannelAccessToken(TOKEN)
                // LINE gives two seconds; a busy machine may need more, and a run must not depend on it.
                .withWebhookTimeout(Duration.ofMinutes(1))
                .withMemory(REMEMBERED)
                .withSimulatedClock(this::now));
        properties = new HashMap<>(Map.of(
                "anpi.http.port",
                Integer.toString(port),
                "anpi.data.dir",
                directory.toString(),
                "anpi.profile",
                "dev",
                "anpi.line.api-base-url",
                line.url().toString(),
                "anpi.line.data-base-url",
                line.url().toString(),
                "anpi.line.channel-secret",
                SECRET,
                "anpi.line.channel-access-token",
                TOKEN));
        start();
    }

    LineSimulator line() {
        return line;
    }

    Effort effort() {
        return effort;
    }

    boolean running() {
        return clock != null;
    }

    /** The product's clock moves by itself only during an advance, so that nothing need be asked in between. */
    Instant now() {
        return moving ? clock.now() : standing;
    }

    /** Starts on the clock as it stands: an outage as long as the time since the product ended (E-8). */
    void start() {
        properties.put("anpi.clock", "manual:" + standing);
        ProductProcess.Options options =
                quickStart ? ProductProcess.Options.quick() : ProductProcess.Options.standard();
        effort.of("start", () -> {
            instance = Instance.start(Installation.locate(), PropertySources.of(properties), options, step -> {});
            instance.awaitReady();
        });
        clock = new DevClock(instance.address());
        settle();
    }

    void stop() {
        clock = null;
        effort.of("stop", instance::stop);
    }

    void kill9() {
        clock = null;
        instance.kill9();
    }

    /** The way from LINE to us is cut, as a wrong certificate or firewall would. */
    void losesWebhooks() {
        line.webhookUrl(URI.create("http://localhost:" + NOBODY_LISTENS + "/line/webhook"));
    }

    void findsWebhooks() {
        line.webhookUrl(webhook);
    }

    /** What is left of the month is enough for those who were asked already, and for few questions more. */
    void runsShort(int left) {
        line.quota().limitTo(line.quota().usedIn(standing) + left);
    }

    void advanceTo(Instant then) {
        if (running() && then.isAfter(standing)) {
            moving = true;
            try {
                effort.of("advance", () -> clock.advance(Duration.between(standing, then)));
            } finally {
                standing = then;
                moving = false;
            }
        }
        standing = then;
    }

    /** Lets everything be done that was received so far. */
    void settle() {
        if (running()) {
            effort.of("settle", clock::settle);
        }
    }

    /** How the events of one moment travel. */
    enum Delivery {
        TOGETHER,
        TWICE,
        REVERSED
    }

    /**
     * Sends what happens on the phones as LINE does, many events in one request.
     *
     * @return whether the product took all of it
     */
    boolean deliver(Runnable happening, Delivery how) {
        line.webhooks().hold();
        happening.run();
        if (line.webhooks().held().isEmpty()) {
            line.webhooks().release();
            return true;
        }
        line.webhooks().switches().sentTwice(how == Delivery.TWICE);
        List<WebhookDelivery> deliveries = new ArrayList<>();
        effort.of(
                "webhook",
                () -> deliveries.addAll(
                        how == Delivery.REVERSED
                                ? line.webhooks().releaseReversed()
                                : line.webhooks().releaseAsBatch()));
        line.webhooks().switches().sentTwice(false);
        return !deliveries.isEmpty() && deliveries.stream().allMatch(WebhookDelivery::succeeded);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    @Override
    public void close() {
        instance.close();
        line.close();
    }
}
