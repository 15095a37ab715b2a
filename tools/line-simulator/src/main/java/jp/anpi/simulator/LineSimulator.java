package jp.anpi.simulator;

import io.javalin.Javalin;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.anpi.simulator.api.MessagingApi;
import jp.anpi.simulator.api.RateLimits;
import jp.anpi.simulator.page.ControlApi;
import jp.anpi.simulator.page.LiveUpdates;
import jp.anpi.simulator.page.ProductClock;
import jp.anpi.simulator.platform.BotAccount;
import jp.anpi.simulator.platform.Person;
import jp.anpi.simulator.platform.Platform;
import jp.anpi.simulator.platform.Quota;
import jp.anpi.simulator.traffic.Faults;
import jp.anpi.simulator.traffic.RequestLog;
import jp.anpi.simulator.webhook.WebhookDelivery;
import jp.anpi.simulator.webhook.Webhooks;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A running LINE platform. It serves LINE's API at the root of {@link #url()}, a page to watch and press the phones at
 * {@code /}, and sends webhooks to the product. Close it to end all of that.
 */
public final class LineSimulator implements AutoCloseable {

    private final SimulatorOptions options;
    private final LiveUpdates updates = new LiveUpdates();
    private final Faults faults = new Faults(updates::changed);
    private final RequestLog requests;
    private final RateLimits rateLimits;
    private final Platform platform;
    private final Webhooks webhooks;
    private final Javalin server;
    private int port;
    private final Map<String, Phone> phones = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();

    private LineSimulator(SimulatorOptions options) {
        this.options = options;
        this.requests = new RequestLog(options.memory());
        this.rateLimits = new RateLimits(options.wallClock());
        Optional<ProductClock> productClock =
                options.productUrl().map(url -> new ProductClock(url, options.wallClock()));
        Supplier<Instant> clock =
                options.simulatedClock().or(() -> productClock.map(own -> own)).orElse(options.wallClock()::instant);
        this.platform = new Platform(
                bot(options), clock, options.wallClock(), options.monthlyLimit(), options.memory(), updates::changed);
        this.webhooks =
                new Webhooks(platform, options.webhookUrl().orElse(null), options.webhookTimeout(), options.memory());
        this.server = Javalin.create(config -> {
            config.showJavalinBanner = false;
            config.startupWatcherEnabled = false;
        });
        MessagingApi.addTo(server, platform, webhooks, faults, requests, rateLimits);
        new ControlApi(this, platform, updates, productClock).addTo(server);
    }

    public static LineSimulator start(SimulatorOptions options) {
        LineSimulator simulator = new LineSimulator(options);
        simulator.server.start(options.host(), options.port());
        simulator.port = simulator.server.port();
        return simulator;
    }

    /** Where the platform listens: what the product takes for both hosts of LINE. */
    public URI url() {
        return URI.create("http://" + options.host() + ":" + port);
    }

    public SimulatorOptions options() {
        return options;
    }

    /** Gives somebody a LINE account and a phone. The same name gets the same user id in every run. */
    public Phone addPhone(String name) {
        Phone phone;
        synchronized (platform) {
            Person person = platform.addPerson(name);
            phone = new Phone(platform, webhooks, person);
            phones.put(phone.userId(), phone);
        }
        platform.changed();
        return phone;
    }

    public List<Phone> phones() {
        synchronized (platform) {
            return List.copyOf(phones.values());
        }
    }

    public Optional<Phone> phone(String userId) {
        synchronized (platform) {
            return Optional.ofNullable(phones.get(userId));
        }
    }

    /** Makes a group of these people, without the official account. */
    public Group createGroup(String name, Phone... members) {
        Group group;
        synchronized (platform) {
            List<Person> people = Stream.of(members).map(phone -> phone.person).toList();
            group = new Group(platform, webhooks, platform.addGroup(name, people));
            groups.put(group.groupId(), group);
        }
        platform.changed();
        return group;
    }

    public List<Group> groups() {
        synchronized (platform) {
            return List.copyOf(groups.values());
        }
    }

    public Optional<Group> group(String groupId) {
        synchronized (platform) {
            return Optional.ofNullable(groups.get(groupId));
        }
    }

    /** Where webhooks go, for when the product was started after the simulator. */
    public void webhookUrl(URI url) {
        webhooks.endpoint(url);
    }

    public Webhooks webhooks() {
        return webhooks;
    }

    /** Sends these bytes to the webhook as they are. @param signature null sends none */
    public WebhookDelivery sendRaw(byte[] body, String signature) {
        return webhooks.sendRaw(body, signature);
    }

    public Faults faults() {
        return faults;
    }

    /** What the product asked, oldest first. */
    public RequestLog requests() {
        return requests;
    }

    public RateLimits rateLimits() {
        return rateLimits;
    }

    public Quota quota() {
        return platform.quota();
    }

    /** The simulated time. */
    public Instant now() {
        return platform.now();
    }

    /** Stops listening: connections are refused until {@link #plugIn()}. The page is gone as well. */
    public void unplug() {
        forConnector(connector -> {
            connector.stop();
            connector.setPort(port);
        });
    }

    /** Listens again, at the same port. */
    public void plugIn() {
        forConnector(ServerConnector::start);
    }

    private interface Handling {
        void of(ServerConnector connector) throws Exception;
    }

    private void forConnector(Handling handling) {
        for (Connector connector : server.jettyServer().server().getConnectors()) {
            try {
                handling.of((ServerConnector) connector);
            } catch (Exception e) {
                throw new IllegalStateException("The port cannot be handled", e);
            }
        }
    }

    private static BotAccount bot(SimulatorOptions options) {
        return BotAccount.of(
                options.basicId(),
                options.displayName(),
                options.channelId(),
                options.channelSecret(),
                options.channelAccessToken(),
                options.verified(),
                options.joinsGroups());
    }

    @Override
    public void close() {
        updates.close();
        server.stop();
        webhooks.close();
    }
}
