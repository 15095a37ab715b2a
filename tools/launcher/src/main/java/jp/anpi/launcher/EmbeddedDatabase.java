package jp.anpi.launcher;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A PostgreSQL of our own that keeps its data below a data directory.
 *
 * <p>It listens on the loopback address alone and asks for a password that is generated once and kept in a file only
 * its owner can read. What was left running by a killed launcher is stopped before the start.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    static final String USER = "anpi";

    private static final int PORT_ATTEMPTS = 3;

    private final PostgresCluster cluster;
    private volatile Process process;
    private final int port;

    private EmbeddedDatabase(PostgresCluster cluster, Process process, int port) {
        this.cluster = cluster;
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it on a free port; the first time its files are made.
     *
     * @throws LaunchFailure when it does not come up
     */
    public static EmbeddedDatabase start(Path dataDirectory, PostgresBinaries binaries) {
        PostgresCluster cluster =
                new PostgresCluster(dataDirectory.toAbsolutePath().normalize(), binaries);
        PostgresOrphan.endAllIn(cluster.directory());
        cluster.ensureExists();
        for (int attempt = 1; ; attempt++) {
            int port = PostgresCluster.freePort();
            try {
                return new EmbeddedDatabase(cluster, cluster.start(cluster.directory(), port), port);
            } catch (LaunchFailure maybePortTaken) {
                // Between looking for a free port and using it someone else may have taken it.
                if (attempt == PORT_ATTEMPTS) {
                    throw maybePortTaken;
                }
            }
        }
    }

    /**
     * Starts it again where it listened before, once it has ended, so that those who use it find it again.
     *
     * @throws LaunchFailure when it does not come up
     */
    public EmbeddedDatabase again() {
        PostgresOrphan.endAllIn(cluster.directory());
        return new EmbeddedDatabase(cluster, cluster.start(cluster.directory(), port), port);
    }

    /** JDBC address without user and password. */
    public String url() {
        return url(port);
    }

    static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/anpi";
    }

    /** The role that owns the database. */
    public String user() {
        return USER;
    }

    /** The role's password. */
    public String password() {
        return cluster.password();
    }

    /** Where it listens on the loopback address. */
    public int port() {
        return port;
    }

    /** Its process, which has started all the others. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** The product's settings that name this database. */
    public Map<String, String> properties() {
        return Map.of("anpi.db.url", url(), "anpi.db.user", user(), "anpi.db.password", password());
    }

    /** Completes when the server has ended, for whatever reason. */
    public CompletableFuture<?> onExit() {
        return process.onExit();
    }

    /** Stops it fast and clean. */
    public void stop() {
        if (process.isAlive()) {
            PostgresOrphan.stopFast(process.toHandle());
        }
    }

    /**
     * Starts it again after a {@link #stop}, on the port that it had.
     *
     * @throws LaunchFailure when it does not come up
     */
    public void startAgain() {
        process = cluster.start(cluster.directory(), port);
    }

    /** Ends all its processes at once, as a power cut would. */
    public void kill9() {
        ProcessTable.killTree(process.toHandle());
    }

    @Override
    public void close() {
        stop();
    }
}
