package jp.anpi.benchmarks.wave;

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
final class Workbench implements AutoCloseable {

    private final StubLine line;
    private final Instance instance;
    private final WaveDatabase database;

    private Workbench(StubLine line, Instance instance, WaveDatabase database) {
        this.line = line;
        this.instance = instance;
        this.database = database;
    }

    static Workbench start(Console console) {
        Installation installation = Installation.locate();
        Path data = installation.home().resolve("tools/benchmarks/target/wave");
        StubLine line = StubLine.start();
        try {
            Files.createDirectories(data);
            Instance instance = Instance.startAnew(
                            installation, properties(data, line), ProductProcess.Options.standard(), console::step)
                    .awaitReady();
            EmbeddedDatabase embedded = instance.database().orElseThrow();
            allowCheckpoints(embedded, data);
            return new Workbench(line, instance, WaveDatabase.open(embedded));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (LaunchFailure failed) {
            line.close();
            throw failed;
        }
    }

    StubLine line() {
        return line;
    }

    WaveDatabase database() {
        return database;
    }

    long productPid() {
        return instance.product().pid();
    }

    @Override
    public void close() {
        database.close();
        instance.close();
        line.close();
    }

    private static PropertySources properties(Path data, StubLine line) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("anpi.profile", "prod");
        properties.put("anpi.data.dir", data.toString());
        properties.put("anpi.http.port", Integer.toString(freePort()));
        properties.put("anpi.line.api-base-url", line.url().toString());
        properties.put("anpi.line.data-base-url", line.url().toString());
        properties.put("anpi.line.channel-secret", "bench");
        properties.put("anpi.line.channel-access-token", "bench");
        properties.put("anpi.line.basic-id", "@bench");
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
