package jp.anpi.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import jp.anpi.foundation.Settings;

/** The product on Payara Micro as a child process. */
public final class ProductProcess implements AutoCloseable {

    /** Everything has to end within 30 seconds, and the database is stopped only after this. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(12);

    private static final Duration METRICS_LIMIT = Duration.ofSeconds(15);
    private final Process process;
    private final ProductLog log;
    private final DeploymentWatch watch;
    private final URI address;

    private ProductProcess(Process process, ProductLog log, DeploymentWatch watch, URI address) {
        this.process = process;
        this.log = log;
        this.watch = watch;
        this.address = address;
    }

    /**
     * How to start it.
     *
     * @param quickStart compile quickly rather than well: for demonstrations and tests
     * @param jvmFlags further flags for the JVM
     * @param console gets each line of the log
     */
    public record Options(boolean quickStart, List<String> jvmFlags, Consumer<String> console) {

        /** For a real installation: full speed, nothing on the console. */
        public static Options standard() {
            return new Options(false, List.of(), line -> {});
        }

        /** For tests: a short start, nothing on the console. */
        public static Options quick() {
            return new Options(true, List.of(), line -> {});
        }

        /** The same with each line of the log handed on. */
        public Options console(Consumer<String> lines) {
            return new Options(quickStart, jvmFlags, lines);
        }
    }

    /** Starts it and returns at once; {@link #awaitReady} says whether it came up. */
    public static ProductProcess start(Installation installation, PropertySources properties, Options options) {
        Settings settings = properties.settings();
        ProcessBuilder builder = ProductCommand.of(installation, properties, options);
        ProductLog log = ProductLog.open(settings.dataDirectory());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            DeploymentWatch watch = new DeploymentWatch();
            Echo console = Echo.to(options.console());
            log.follow(process.getInputStream(), line -> LogLine.readable(line).forEach(text -> {
                watch.line(text);
                console.accept(text);
            }));
            return new ProductProcess(process, log, watch, settings.addressHere());
        } catch (IOException impossible) {
            throw new LaunchFailure("the product cannot be started: " + impossible.getMessage(), impossible);
        }
    }

    /**
     * Waits until {@code /health/ready} says yes.
     *
     * @throws LaunchFailure with the reason from the log when it died or its deployment failed; it is stopped then
     */
    public ProductProcess awaitReady(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        Optional<String> failure = deployment(limit);
        boolean ready = failure.isEmpty()
                && Await.until(Duration.ofNanos(deadline - System.nanoTime()), () -> !isAlive() || isReady())
                && isAlive();
        if (!ready) {
            String reason = failure.orElseGet(this::whyNotReady);
            kill9();
            throw watch.wrongSetting()
                    .map(setting -> new LaunchFailure(LaunchFailure.WRONG_SETTING, setting))
                    .orElseGet(() ->
                            new LaunchFailure("the product did not start: " + reason + " (log: " + log.file() + ")"));
        }
        // Payara opens /metrics a little after the application; nobody should see the gap.
        Await.until(METRICS_LIMIT, () -> status("/metrics") == 200);
        return this;
    }

    /** Base of all its addresses on this machine, without a trailing slash. */
    public URI address() {
        return address;
    }

    /** Number of the process. */
    public long pid() {
        return process.pid();
    }

    /** The file its log is written to. */
    public Path logFile() {
        return log.file();
    }

    /** Whether the process lives; it may still be starting. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether {@code /health/ready} says yes now. */
    public boolean isReady() {
        return status("/health/ready") == 200;
    }

    /** Completes when the process has ended, for whatever reason. */
    public CompletableFuture<?> onExit() {
        return process.onExit();
    }

    /** Asks it to end, waits, and kills it if it does not. */
    public void stop() {
        end(process.toHandle(), STOP_LIMIT);
    }

    /** Like {@link #stop} for one that has something to write when it ends. */
    void stopWithin(Duration limit) {
        end(process.toHandle(), limit);
    }

    /** Kills it at once, as a power cut would. */
    public void kill9() {
        ProcessTable.killTree(process.toHandle());
    }

    /** Halts it where it is, as an overloaded machine would; {@link #resume} lets it go on. */
    public void freeze() {
        ProcessTable.signal(process.toHandle(), "STOP");
    }

    /** Lets it go on after {@link #freeze}. */
    public void resume() {
        ProcessTable.signal(process.toHandle(), "CONT");
    }

    @Override
    public void close() {
        stop();
    }

    /**
     * Ends a product that a killed launcher left behind.
     *
     * @return whether there was one
     */
    static boolean endOrphans(Path dataDirectory) {
        List<ProcessHandle> orphans = ProcessTable.withArgument(ProductCommand.marker(dataDirectory));
        orphans.forEach(orphan -> end(orphan, STOP_LIMIT));
        return !orphans.isEmpty();
    }

    static boolean hasOrphans(Path dataDirectory) {
        return !ProcessTable.withArgument(ProductCommand.marker(dataDirectory)).isEmpty();
    }

    private static void end(ProcessHandle process, Duration limit) {
        process.destroy();
        if (!ProcessTable.awaitEnd(List.of(process), limit)) {
            ProcessTable.killTree(process);
        }
    }

    private Optional<String> deployment(Duration limit) {
        try {
            CompletableFuture.anyOf(watch.outcome(), process.onExit()).get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return watch.outcome().isDone() ? watch.outcome().join() : Optional.of(whyNotReady());
        } catch (TimeoutException stillStarting) {
            return Optional.of("not ready after " + limit.toSeconds() + " s");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private String whyNotReady() {
        if (isAlive()) {
            return "/health/ready answers " + status("/health/ready");
        }
        return watch.lastThrown().orElse("its process ended with code " + process.exitValue());
    }

    /** HTTP status of one of its pages, 0 when it does not answer. */
    private int status(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return SteadyHttp.CLIENT
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
