package jp.anpi.benchmarks.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.anpi.launcher.Console;
import jp.anpi.launcher.EmbeddedDatabase;
import jp.anpi.launcher.Installation;
import jp.anpi.launcher.Instance;
import jp.anpi.launcher.LaunchFailure;
import jp.anpi.launcher.ProductProcess;
import jp.anpi.launcher.PropertySources;

/** The product at full speed on the system clock, with a database of its own and a LINE that is no bottleneck. */
public final class Workbench implements AutoCloseable {

    /** What webhooks are signed with. */
    public static final String CHANNEL_SECRET = "bench";

    private final StubLine line;
    private final Instance instance;
    private final BenchDatabase database;

    private Workbench(StubLine line, Instance instance, BenchDatabase database) {
        this.line = line;
        this.instance = instance;
        this.database = database;
    }

    /** Starts one on the system clock. */
    public static Workbench start(String name, Console console) {
        return start(name, Map.of(), console);
    }

    /**
     * Starts one.
     *
     * @param name of its directory
     * @param more properties besides those that every benchmark sets, or instead of them
     */
    public static Workbench start(String name, Map<String, String> more, Console console) {
        Installation installation = Installation.locate();
        Path data = installation.home().resolve("tools/benchmarks/target").resolve(name);
        StubLine line = StubLine.start();
        try {
            Files.createDirectories(data);
            Instance instance = Instance.startAnew(
                            installation,
                            properties(data, line, more),
                            ProductProcess.Options.standard(),
                            console::step)
                    .awaitReady();
            EmbeddedDatabase embedded = instance.database().orElseThrow();
            allowCheckpoints(embedded, data);
            return new Workbench(line, instance, BenchDatabase.open(embedded));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (LaunchFailure failed) {
            line.close();
            throw failed;
        }
    }

    /** The LINE it speaks with. */
    public StubLine line() {
        return line;
    }

    /** A connection of the benchmark's own to its database. */
    public BenchDatabase database() {
        return database;
    }

    /** The product and what belongs to it. */
    public Instance instance() {
        return instance;
    }

    /** Number of the product's process. */
    public long productPid() {
        return instance.product().pid();
    }

    @Override
    public void close() {
        database.close();
        instance.close();
        line.close();
    }

    private static PropertySources properties(Path data, StubLine line, Map<String, String> more) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("anpi.profile", "prod");
        properties.put("anpi.data.dir", data.toString());
        properties.put("anpi.http.port", Integer.toString(freePort()));
        properties.put("anpi.line.api-base-url", line.url().toString());
        properties.put("anpi.line.data-base-url", line.url().toString());
        properties.put("anpi.line.channel-secret", CHANNEL_SECRET);
        properties.put("anpi.line.channel-access-token", "bench");
        properties.put("anpi.line.basic-id", "@bench");
        properties.putAll(more);
        return PropertySources.of(properties);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** Each measurement begins with no dirty pages; the product's role may not ask for that. */
    private static void allowCheckpoints(EmbeddedDatabase embedded, Path data) throws IOException {
        String password =
                Files.readString(data.resolve("postgres/superuser.password")).strip();
        try (Connection connection = DriverManager.getConnection(embedded.url(), "postgres", password);
                Statement statement = connection.createStatement()) {
            statement.execute("grant pg_checkpoint to anpi");
        } catch (SQLException refused) {
            throw new LaunchFailure("the benchmark cannot prepare the database", refused);
        }
    }
}
