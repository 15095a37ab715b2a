package jp.anpi.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import jp.anpi.foundation.Settings;

/**
 * The whole product in one data directory: lock, database, application.
 *
 * <p>{@link #stop} ends them in the order in which nothing is lost: the application first, then its database. It also
 * happens by itself when the JVM ends in an orderly way.
 */
public final class Instance implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private final Settings settings;
    private final InstanceLock lock;
    private final Thread atExit = new Thread(this::stop, "stop-anpi");
    private Optional<EmbeddedDatabase> database = Optional.empty();
    private ProductProcess product;
    private boolean stopped;

    private Instance(Settings settings, InstanceLock lock) {
        this.settings = settings;
        this.lock = lock;
    }

    /**
     * Checks everything that can be checked beforehand, then starts; {@link #awaitReady} waits for the application.
     *
     * @param progress gets a short line per step
     * @throws LaunchFailure when something is in the way; nothing is left running then
     */
    public static Instance start(
            Installation installation,
            PropertySources properties,
            ProductProcess.Options options,
            Consumer<String> progress) {
        return start(installation, properties, options, progress, false);
    }

    /**
     * Like {@link #start}, but forgets the embedded database of an earlier start.
     *
     * @throws LaunchFailure where the directory's database was not made by a start like this one
     */
    public static Instance startAnew(
            Installation installation,
            PropertySources properties,
            ProductProcess.Options options,
            Consumer<String> progress) {
        return start(installation, properties, options, progress, true);
    }

    private static Instance start(
            Installation installation,
            PropertySources properties,
            ProductProcess.Options options,
            Consumer<String> progress,
            boolean anew) {
        Settings settings = properties.settings();
        installation.webArchive();
        Instance instance = new Instance(settings, InstanceLock.acquire(settings.dataDirectory()));
        Runtime.getRuntime().addShutdownHook(instance.atExit);
        try {
            if (anew) {
                DisposableData.forget(settings.dataDirectory());
            }
            instance.startAll(installation, properties, options, progress);
            return instance;
        } catch (RuntimeException failed) {
            instance.stop();
            throw failed;
        }
    }

    /** What it was started with, checked. */
    public Settings settings() {
        return settings;
    }

    /** The embedded database, where no other was named. */
    public Optional<EmbeddedDatabase> database() {
        return database;
    }

    /** The application. */
    public ProductProcess product() {
        return product;
    }

    /** Base of all addresses on this machine. */
    public URI address() {
        return product.address();
    }

    /** Completes as soon as one of its processes has ended. */
    public CompletableFuture<?> onExit() {
        return database.<CompletableFuture<?>>map(server -> CompletableFuture.anyOf(product.onExit(), server.onExit()))
                .orElseGet(product::onExit);
    }

    /** Ends everything in order; a second call does nothing. */
    public synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        if (product != null) {
            product.stop();
        }
        database.ifPresent(EmbeddedDatabase::stop);
        release();
    }

    /** Ends everything at once, as a power cut would. */
    public synchronized void kill9() {
        stopped = true;
        product.kill9();
        database.ifPresent(EmbeddedDatabase::kill9);
        release();
    }

    @Override
    public void close() {
        stop();
    }

    private synchronized void startAll(
            Installation installation,
            PropertySources properties,
            ProductProcess.Options options,
            Consumer<String> progress) {
        Path data = settings.dataDirectory();
        if (ProductProcess.endOrphans(data)) {
            progress.accept("Stopped the application that a killed launcher had left running in " + data);
        }
        HttpPort.requireFree(settings.httpAddress(), settings.httpPort());
        DiskSpace.require(data, DiskSpace.LEAST_BYTES);
        KeysFile.require(settings.keysFile());
        PropertySources complete = properties;
        if (settings.database().isPresent()) {
            NamedDatabase.check(settings.database().get());
        } else {
            if (PostgresOrphan.endAllIn(new PostgresLocation(data).cluster())) {
                progress.accept("Stopped the PostgreSQL that a killed launcher had left running in " + data);
            }
            progress.accept("Starting the embedded PostgreSQL in " + data.resolve("postgres"));
            EmbeddedDatabase embedded = EmbeddedDatabase.start(data, installation.postgresBinaries());
            database = Optional.of(embedded);
            complete = properties.with(embedded.properties());
        }
        KnownSchema.require(complete.settings().database().orElseThrow());
        progress.accept("Starting Anpi on Payara Micro");
        product = ProductProcess.start(installation, complete, options);
    }

    /** Waits until the product answers. */
    public Instance awaitReady() {
        try {
            product.awaitReady(START_LIMIT);
            return this;
        } catch (RuntimeException failed) {
            boolean asked = isStopped();
            stop();
            throw asked ? new LaunchFailure("stopped while starting") : failed;
        }
    }

    /** Writes down what runs here, for {@code ./anpi status} and {@code stop}. */
    public void announce(String command, Optional<URI> simulator, Clock clock) {
        new PidFile(
                        ProcessHandle.current().pid(),
                        command,
                        address().toString(),
                        settings.publicUrl().toString(),
                        settings.database()
                                .map(named -> named.url().replaceFirst("\\?.*", ""))
                                .orElseGet(() -> "embedded PostgreSQL, port "
                                        + database.orElseThrow().port()),
                        simulator.map(URI::toString).orElse(""),
                        clock.instant())
                .write(settings.dataDirectory());
    }

    /**
     * Returns when one of its processes has ended although nobody asked for it; ends the others then.
     *
     * @return what to tell the person who started it
     */
    public LaunchFailure awaitEnd() {
        onExit().join();
        boolean asked = isStopped();
        boolean application = !product.isAlive();
        stop();
        return new LaunchFailure(
                asked
                        ? "stopped"
                        : (application ? "the application" : "the embedded PostgreSQL")
                                + " ended unexpectedly, so everything was stopped (logs: "
                                + settings.dataDirectory().resolve("logs") + ")");
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private void release() {
        try {
            PidFile.delete(settings.dataDirectory());
            lock.close();
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IOException alreadyGone) {
            // The lock goes with the process at the latest.
        } catch (IllegalStateException endingAnyway) {
            // The hook is what called us.
        }
    }
}
