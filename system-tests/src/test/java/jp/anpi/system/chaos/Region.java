package jp.anpi.system.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import jp.anpi.launcher.EmbeddedDatabase;
import jp.anpi.launcher.Installation;
import jp.anpi.simulator.LineSimulator;
import jp.anpi.simulator.Phone;
import jp.anpi.simulator.SimulatorOptions;

/** Several nodes of the product on one PostgreSQL, and one LINE whose webhooks go to whichever node is well. */
final class Region implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final String SECRET = "chaos-channel-secret";
    private static final String TOKEN = "chaos-channel-token";
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final Path directory;
    private final LineSimulator line;
    private final List<Node> nodes = new ArrayList<>();
    private final Rows rows = new Rows(this::database);
    private volatile EmbeddedDatabase database;

    private Region(Path database, int nodes) {
        try {
            directory = Files.createTempDirectory("anpi-region");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        this.database = EmbeddedDatabase.start(
                database == null ? directory.resolve("database") : database,
                Installation.locate().postgresBinaries());
        // A server that has no limit of its own: the product must not rely on one.
        rows.change("alter role anpi set idle_in_transaction_session_timeout = 0");
        line = LineSimulator.start(SimulatorOptions.defaults()
                .withPort(0)
                .withChannelSecret(SECRET)
                .withChannelAccessToken(TOKEN));
        for (int i = 1; i <= nodes; i++) {
            String name = "node-" + i;
            this.nodes.add(new Node(name, this, directory.resolve(name), properties())
                    .with("anpi.keys.file", directory.resolve("keys.json").toString()));
        }
    }

    /** With an empty database and nodes that are not started yet. */
    static Region of(int nodes) {
        return new Region(null, nodes);
    }

    /** The same with the database's files in a directory of one's own. */
    static Region of(int nodes, Path database) {
        return new Region(database, nodes);
    }

    private Map<String, String> properties() {
        return Map.of(
                "anpi.line.api-base-url",
                line.url().toString(),
                "anpi.line.channel-secret",
                SECRET,
                "anpi.line.channel-access-token",
                TOKEN,
                "anpi.admin.password",
                "a password that nobody signs in with",
                "anpi.line.basic-id",
                "@mimamori");
    }

    /** Starts all nodes at the same moment, and lets them send late messages at any hour. */
    Region startAll() {
        nodes.parallelStream().forEach(Node::start);
        nodes.forEach(Node::awaitReady);
        rows.change("update check_in_offer set delivery_from = 0, delivery_until = 24");
        return this;
    }

    EmbeddedDatabase database() {
        return database;
    }

    LineSimulator line() {
        return line;
    }

    Rows rows() {
        return rows;
    }

    Node node(int number) {
        return nodes.get(number - 1);
    }

    List<Node> nodes() {
        return List.copyOf(nodes);
    }

    List<Node> up() {
        return nodes.stream().filter(Node::isUp).toList();
    }

    /** Those that can be spoken to, though they may still be starting. */
    List<Node> runningUnfrozen() {
        return nodes.stream()
                .filter(node -> node.isRunning() && !node.isFrozen())
                .toList();
    }

    /** Starts what does not run, and waits until every node is well. */
    void heal() {
        nodes.parallelStream().forEach(Node::ensureUp);
        Patience.until(START, () -> "all nodes well: " + up(), () -> up().size() == nodes.size());
    }

    /** Starts in the background what does not run, such as a node that lost its database in mid-start. */
    void startFallen() {
        nodes.stream().filter(node -> !node.isRunning()).forEach(Node::startInBackground);
    }

    /** Ends everything at once, as a power failure in the hall would. */
    void killAll() {
        nodes.stream().filter(Node::isRunning).forEach(Node::kill9);
        database.kill9();
    }

    void databaseAgain() {
        database = database.again();
    }

    Phone phone() {
        return line.addPhone("住民" + NAMES.incrementAndGet());
    }

    /** From now on what people do arrives at this node. */
    void webhooksTo(Node node) {
        line.webhookUrl(webhook(node));
    }

    static URI webhook(Node node) {
        return node.address().resolve("/line/webhook");
    }

    @Override
    public void close() {
        line.requests().unwatch();
        nodes.stream().filter(Node::isRunning).forEach(Node::stop);
        database.stop();
        line.close();
    }
}
