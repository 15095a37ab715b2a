package jp.anpi.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The files of the embedded PostgreSQL: made once, then kept.
 *
 * <p>A cluster is made beside its place and moved there when it is whole, so that a start that was killed in the middle
 * is simply begun again.
 */
final class PostgresCluster {

    private static final String SUPERUSER = "postgres";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final PostgresLocation location;
    private final Path home;
    private final Path log;
    private final PostgresBinaries binaries;

    PostgresCluster(Path dataDirectory, PostgresBinaries binaries) {
        this.location = new PostgresLocation(dataDirectory);
        this.home = location.home();
        this.log = location.log();
        this.binaries = binaries;
    }

    /** Where the data is. */
    Path directory() {
        return location.cluster();
    }

    /** Makes the cluster with its database and role where there is none yet. */
    void ensureExists() {
        try {
            Files.createDirectories(log.getParent());
            if (!Files.exists(directory().resolve("PG_VERSION"))) {
                create();
            }
        } catch (IOException unwritable) {
            throw new LaunchFailure("the embedded PostgreSQL cannot write to " + home, unwritable);
        }
    }

    /** The password of the product's role. */
    String password() {
        return readSecret("password");
    }

    /** Starts the server in a cluster directory and waits until it answers. */
    Process start(Path cluster, int port) {
        try {
            ProcessBuilder builder = new ProcessBuilder(binaries.command("postgres", arguments(cluster, port)))
                    .directory(cluster.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()));
            // The address and password of another database that someone exported are not for this one.
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            Process process = builder.start();
            process.getOutputStream().close();
            awaitAnswer(process, port);
            return process;
        } catch (IOException impossible) {
            throw new LaunchFailure("the embedded PostgreSQL does not start", impossible);
        }
    }

    /** A port that is free on the loopback address now. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private static List<String> arguments(Path cluster, int port) {
        List<String> arguments = new ArrayList<>(List.of("-D", cluster.toString()));
        arguments.addAll(PostgresParameters.arguments(port));
        return arguments;
    }

    private void create() throws IOException {
        Path beside = location.clusterInTheMaking();
        PostgresOrphan.endAllIn(beside);
        FileTrees.delete(beside);
        Files.createDirectories(home);
        writeSecret("superuser.password");
        writeSecret("password");
        initdb(beside);
        int port = freePort();
        Process server = start(beside, port);
        try {
            provision(port);
        } finally {
            PostgresOrphan.stopFast(server.toHandle());
        }
        Files.move(beside, directory(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void initdb(Path cluster) throws IOException {
        // The builtin C.UTF-8 locale: the same order of names on every machine, with or without locales installed.
        List<String> command = binaries.command(
                "initdb",
                List.of(
                        "-D",
                        cluster.toString(),
                        "-U",
                        SUPERUSER,
                        "--pwfile",
                        home.resolve("superuser.password").toString(),
                        "--auth-host=scram-sha-256",
                        "--auth-local=reject",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--data-checksums",
                        "--no-instructions"));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().put("LC_ALL", "C");
        try {
            if (builder.start().waitFor() != 0) {
                throw new LaunchFailure("the embedded PostgreSQL could not make its files: " + lastLogLine());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted");
        }
    }

    private void provision(int port) {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (Connection connection = DriverManager.getConnection(url, SUPERUSER, readSecret("superuser.password"));
                Statement statement = connection.createStatement()) {
            // The password is made of hexadecimal digits, so it needs no quoting.
            statement.execute("CREATE ROLE anpi LOGIN PASSWORD '" + password() + "'");
            statement.execute("CREATE DATABASE anpi OWNER anpi");
        } catch (SQLException refused) {
            throw new LaunchFailure("the embedded PostgreSQL could not make its database", refused);
        }
    }

    private void awaitAnswer(Process process, int port) {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        String password = readSecret("superuser.password");
        boolean answers = Await.success(START_LIMIT, () -> {
            if (!process.isAlive()) {
                return true;
            }
            DriverManager.getConnection(url, SUPERUSER, password).close();
            return true;
        });
        if (!process.isAlive() || !answers) {
            ProcessTable.killTree(process.toHandle());
            throw new LaunchFailure("the embedded PostgreSQL does not start: " + lastLogLine() + " (log: " + log + ")");
        }
    }

    private String lastLogLine() {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.isEmpty() ? "no message" : lines.get(lines.size() - 1).strip();
        } catch (IOException unreadable) {
            return "no message";
        }
    }

    private void writeSecret(String name) throws IOException {
        Path file = home.resolve(name);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.writeString(file, HexFormat.of().formatHex(random), StandardOpenOption.WRITE);
    }

    private String readSecret(String name) {
        try {
            return Files.readString(home.resolve(name)).strip();
        } catch (IOException lost) {
            throw new LaunchFailure("the password of the embedded PostgreSQL is gone: " + home.resolve(name), lost);
        }
    }
}
