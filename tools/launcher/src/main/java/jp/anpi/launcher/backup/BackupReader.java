package jp.anpi.launcher.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import jp.anpi.database.Schema;
import jp.anpi.launcher.LaunchFailure;
import org.postgresql.PGConnection;

/** Reads a backup into a database that holds nothing yet. */
public final class BackupReader implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Pattern BOUNDS = Pattern.compile("FOR VALUES FROM \\('[-0-9:+ ]+'\\) TO \\('[-0-9:+ ]+'\\)");

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupReader(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws LaunchFailure where this is no whole backup */
    public static BackupReader open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new LaunchFailure(LaunchFailure.WRONG_SETTING, "there is no file " + file + " to restore from");
        }
        try {
            ZipFile zip = new ZipFile(file.toFile());
            ZipEntry entry = zip.getEntry(Manifest.ENTRY);
            if (entry == null) {
                zip.close();
                throw new IOException("it holds no manifest");
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return new BackupReader(file, zip, Manifest.read(in).checked(NAME, BOUNDS));
            }
        } catch (IOException | RuntimeException unreadable) {
            throw new LaunchFailure(
                    LaunchFailure.WRONG_SETTING, file + " is no whole backup of Anpi: " + unreadable.getMessage());
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    /**
     * Makes the tables as they were when the backup was made, and fills them.
     *
     * @param warnings hears of what the backup holds and this product has no place for
     * @throws LaunchFailure where the database holds something already, or the backup is of a newer product
     */
    public void readInto(DataSource database, Consumer<String> warnings) throws IOException, SQLException {
        try (Connection connection = database.getConnection()) {
            if (!new Catalog(connection).tables().isEmpty()) {
                throw new LaunchFailure(
                        LaunchFailure.WRONG_SETTING,
                        "the database holds tables already; a backup is restored only into an empty one");
            }
        }
        Schema schema = Schema.upTo(manifest.schema(), database);
        schema.requireKnown(manifest.schema());
        schema.migrate();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            fill(connection, warnings);
            connection.commit();
        }
    }

    private void fill(Connection connection, Consumer<String> warnings) throws IOException, SQLException {
        List<String> own = new Catalog(connection).tables();
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, Manifest.Partition> each :
                    manifest.partitions().entrySet()) {
                statement.execute("create table if not exists \"" + each.getKey() + "\" partition of \""
                        + each.getValue().parent() + "\" " + each.getValue().bounds());
            }
            // What triggers would note is in the backup too; and one of them lets nobody empty the audit log.
            triggers(statement, own, "disable");
            // Rows that migrations put there are in the backup too, as they were at last.
            statement.execute("truncate " + BackupWriter.quoted(own));
            for (String table : own) {
                if (manifest.tables().containsKey(table)) {
                    copy(connection, table);
                }
            }
            triggers(statement, own, "enable");
            for (Map.Entry<String, Long> sequence : manifest.sequences().entrySet()) {
                statement.execute("select setval('\"" + sequence.getKey() + "\"', " + sequence.getValue() + ", false)");
            }
        }
        manifest.tables().keySet().stream()
                .filter(table -> !own.contains(table))
                .forEach(table -> warnings.accept("the table " + table
                        + " is none of the product's: it stays in the backup and is not restored"));
    }

    private static void triggers(Statement statement, List<String> tables, String what) throws SQLException {
        for (String table : tables) {
            statement.execute("alter table \"" + table + "\" " + what + " trigger user");
        }
    }

    private void copy(Connection connection, String table) throws IOException, SQLException {
        Manifest.Table known = manifest.tables().get(table);
        ZipEntry entry = zip.getEntry(BackupWriter.entry(table));
        if (entry == null) {
            throw new IOException(file + " lacks the table " + table);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy \"" + table + "\" (" + BackupWriter.quoted(known.columns())
                                    + ") from stdin with (encoding 'UTF8')",
                            in);
            if (rows != known.rows()) {
                throw new IOException(table + " should have " + known.rows() + " rows and has " + rows);
            }
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
