package jp.anpi.launcher.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.anpi.launcher.LaunchFailure;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Writes all tables as they are at one moment; whoever works in the database meanwhile is not disturbed. */
public final class BackupWriter {

    private final Connection connection;
    private final Catalog catalog;

    /** @param connection for this alone; its transaction is what makes the moment */
    public BackupWriter(Connection connection) {
        this.connection = connection;
        this.catalog = new Catalog(connection);
    }

    /**
     * Writes the file, which only its owner can read. It appears when it is whole.
     *
     * @throws LaunchFailure where the file is there already, or the database is none of ours
     */
    public Manifest write(Path file, Instant now) throws IOException, SQLException {
        Path whole = file.toAbsolutePath();
        if (Files.exists(whole)) {
            throw new LaunchFailure(LaunchFailure.WRONG_SETTING, file + " is there already; name a new file");
        }
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        Files.deleteIfExists(part);
        try {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Manifest manifest = writeTo(part, now);
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Manifest writeTo(Path part, Instant now) throws IOException, SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        List<String> schema = catalog.schema();
        if (schema.isEmpty()) {
            throw new LaunchFailure("there is nothing to back up: Anpi never started on this database");
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part, StandardOpenOption.WRITE));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            Map<String, Manifest.Table> tables = new LinkedHashMap<>();
            for (String table : catalog.tables()) {
                zip.putNextEntry(new ZipEntry(entry(table)));
                tables.put(table, copy(table, zip));
                zip.closeEntry();
            }
            // Sequences stand outside of transactions: read last, they are beyond every row that was copied.
            Manifest manifest = new Manifest(schema.get(0), now, tables, catalog.partitions(), catalog.sequences());
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            manifest.write(zip);
            zip.closeEntry();
            return manifest;
        } finally {
            connection.rollback();
        }
    }

    private Manifest.Table copy(String table, OutputStream out) throws IOException, SQLException {
        List<String> columns = catalog.columns(table);
        CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
        long rows = copying.copyOut(
                "copy (select " + quoted(columns) + " from \"" + table + "\") to stdout with (encoding 'UTF8')", out);
        return new Manifest.Table(columns, rows);
    }

    static String entry(String table) {
        return "tables/" + table + ".copy";
    }

    static String quoted(List<String> names) {
        return "\"" + String.join("\", \"", names) + "\"";
    }
}
