package jp.anpi.system.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import jp.anpi.launcher.EmbeddedDatabase;
import jp.anpi.launcher.Installation;
import jp.anpi.launcher.Instance;
import jp.anpi.launcher.ProductProcess;
import jp.anpi.launcher.PropertySources;
import jp.anpi.launcher.SteadyHttp;

/** One of several processes of the product on one database. PostgreSQL knows its connections by its name. */
final class Node {

    private final String name;
    private final int port = freePort();
    private final Path directory;
    private final Map<String, String> properties;
    private final Region region;
    private Instance instance;
    private CompletableFuture<Void> starting = CompletableFuture.completedFuture(null);
    private volatile boolean frozen;

    Node(String name, Region region, Path directory, Map<String, String> properties) {
        this.name = name;
        this.region = region;
        this.directory = directory;
        this.properties = new HashMap<>(properties);
    }

    String name() {
        return name;
    }

    /** Something that is different on this node from now on, beginning with its next start. */
    Node with(String property, String value) {
        properties.put(property, value);
        return this;
    }

    /** Starts it without waiting for it. */
    synchronized Node start() {
        EmbeddedDatabase database = region.database();
        Map<String, String> all = new HashMap<>(properties);
        all.put("anpi.http.port", Integer.toString(port));
        all.put("anpi.data.dir", directory.toString());
        all.put("anpi.db.url", database.url() + "?ApplicationName=" + name);
        all.put("anpi.db.user", database.user());
        all.put("anpi.db.password", database.password());
        instance = Instance.start(
                Installation.locate(), PropertySources.of(all), ProductProcess.Options.quick(), step -> {});
        return this;
    }

    Node awaitReady() {
        instance.awaitReady();
        return this;
    }

    /** For when there is something better to do than to wait for it. */
    void startInBackground() {
        start();
        starting = CompletableFuture.runAsync(this::awaitReady);
    }

    boolean isUp() {
        return instance != null
                && !frozen
                && instance.product().isAlive()
                && instance.product().isReady();
    }

    boolean isRunning() {
        return instance != null && instance.product().isAlive();
    }

    /** Waits until a start in the background has come to its end, and starts it where it does not run. */
    void ensureUp() {
        starting.exceptionally(failed -> null).join();
        if (!isRunning()) {
            start().awaitReady();
        }
    }

    /** Also in the middle of its start. */
    synchronized void kill9() {
        instance.kill9();
        frozen = false;
    }

    void stop() {
        instance.stop();
    }

    boolean isFrozen() {
        return frozen;
    }

    void freeze() {
        frozen = true;
        instance.product().freeze();
    }

    void resume() {
        instance.product().resume();
        frozen = false;
    }

    /** What {@code /health/ready} says; empty where it says nothing. */
    String readiness() {
        try {
            HttpRequest request = HttpRequest.newBuilder(address().resolve("/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return SteadyHttp.CLIENT
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException notYet) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    Path log() {
        return instance.product().logFile();
    }

    /** Ends its connections to the database. @return how many there were */
    int cut() {
        return cut("state <> 'no such'");
    }

    /** Does what PostgreSQL does by itself with a transaction that was forgotten for a minute. */
    int cutIdleTransactions() {
        return cut("state like 'idle in transaction%'");
    }

    private int cut(String which) {
        return region.rows()
                .column(
                        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = ? and "
                                + which,
                        name)
                .size();
    }

    boolean isInTransaction() {
        return activity().stream().anyMatch(what -> what.startsWith("idle in transaction"));
    }

    /** What its connections are doing that is not nothing. */
    List<String> activity() {
        return region.rows()
                .column(
                        "select state || ' ' || coalesce(wait_event_type, '') || ' ' || query from pg_stat_activity"
                                + " where application_name = ? and state <> 'idle'",
                        name);
    }

    @Override
    public String toString() {
        return name;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
