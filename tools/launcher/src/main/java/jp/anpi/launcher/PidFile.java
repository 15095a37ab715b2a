package jp.anpi.launcher;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What runs in a data directory, written for {@code ./anpi status} and {@code stop}.
 *
 * @param pid the launcher's process
 * @param command {@code serve} or {@code demo}
 * @param address where the product answers on this machine
 * @param publicUrl base of the links sent to phones
 * @param database what holds the data, without a password
 * @param simulator where the simulated LINE platform answers; empty without one
 * @param since when it became ready
 */
record PidFile(
        long pid, String command, String address, String publicUrl, String database, String simulator, Instant since) {

    /** The file of a data directory, if an instance was started there and not stopped. */
    static Optional<PidFile> read(Path dataDirectory) {
        Properties entries = new Properties();
        try (BufferedReader reader = Files.newBufferedReader(file(dataDirectory))) {
            entries.load(reader);
            return Optional.of(new PidFile(
                    Long.parseLong(entries.getProperty("pid")),
                    entries.getProperty("command", ""),
                    entries.getProperty("address", ""),
                    entries.getProperty("public-url", ""),
                    entries.getProperty("database", ""),
                    entries.getProperty("simulator", ""),
                    Instant.parse(entries.getProperty("since"))));
        } catch (IOException | RuntimeException absentOrTorn) {
            return Optional.empty();
        }
    }

    void write(Path dataDirectory) {
        Properties entries = new Properties();
        entries.setProperty("pid", Long.toString(pid));
        entries.setProperty("command", command);
        entries.setProperty("address", address);
        entries.setProperty("public-url", publicUrl);
        entries.setProperty("database", database);
        entries.setProperty("simulator", simulator);
        entries.setProperty("since", since.toString());
        try (BufferedWriter writer = Files.newBufferedWriter(file(dataDirectory))) {
            entries.store(writer, null);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static void delete(Path dataDirectory) {
        try {
            Files.deleteIfExists(file(dataDirectory));
        } catch (IOException unwritable) {
            // The lock, not this file, says whether something runs; a stale file only costs a look at a dead process.
        }
    }

    private static Path file(Path dataDirectory) {
        return dataDirectory.resolve("anpi.pid");
    }
}
