package jp.anpi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Properties;
import jp.anpi.database.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** {@code ./anpi backup} and {@code restore} on an installation that does not run, and what they refuse. */
class BackupTest {

    private static final String ODD = "tab\t, line\n, 無事 \\N and nothing";

    @TempDir
    private static Path place;

    private static Path data;
    private static Path backup;
    private String printed;

    @BeforeAll
    static void an_installation_and_its_backup() throws SQLException {
        data = place.resolve("data");
        backup = place.resolve("anpi.backup");
        try (EmbeddedDatabase database =
                EmbeddedDatabase.start(data, Installation.locate().postgresBinaries())) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(database.url());
            source.setUser(database.user());
            source.setPassword(database.password());
            new Schema(source).migrate();
            execute(
                    database,
                    "insert into organization (key, name, preset, created_at)"
                            + " values ('main', E'"
                            + ODD.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
                            + "', 'CONNECT_HEART', '2026-01-01 00:00+09')");
            execute(
                    database,
                    "insert into member (organization_id, line_user_id, number, participant_since, registered_at)"
                            + " values (1, 'U1', '1001-9', '2026-01-01 00:00+09', '2026-01-01 00:00+09')");
            execute(database, "select ensure_month_partitions('2026-01-01')");
            execute(
                    database,
                    "insert into check_in_log (organization_id, check_in_id, at, to_state, reason, actor)"
                            + " values (1, 1, '2026-02-03 08:00+09', 'PENDING', 'CAME_DUE', 'SYSTEM')");
            execute(database, "select setval('check_in_sequence', 4000)");
        }
        assertThat(new BackupTest().anpi("backup", backup.toString(), "--data-dir", data.toString()))
                .isZero();
    }

    @Test
    void every_row_comes_back_as_it_was_and_numbers_go_on() throws SQLException, IOException {
        Path other = place.resolve("other");
        assertThat(anpi("restore", backup.toString(), "--data-dir", other.toString()))
                .as(() -> printed)
                .isZero();
        try (EmbeddedDatabase database =
                EmbeddedDatabase.start(other, Installation.locate().postgresBinaries())) {
            assertThat(ask(database, "select name from organization")).isEqualTo(ODD);
            assertThat(ask(database, "select to_state from check_in_log where at = '2026-02-03 08:00+09'"))
                    .isEqualTo("PENDING");
            assertThat(ask(database, "select count(*) from nobody_to_tell"))
                    .as("noted by a trigger")
                    .isEqualTo("1");
            assertThat(ask(database, "select nextval('check_in_sequence')")).isEqualTo("4001");
            execute(
                    database,
                    "insert into organization (key, name, preset, created_at)"
                            + " values ('second', 'x', 'CONNECT_HEART', '2026-01-01 00:00+09')");
            assertThat(ask(database, "select id from organization where key = 'second'"))
                    .isEqualTo("2");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
    }

    /**
     * The way to a PostgreSQL of one's own, and from there to the next one. The first is as an IT department gives it: one
     * role owns the tables and makes them, the other one reads and writes rows.
     */
    @Test
    void a_named_database_is_restored_into_backed_up_and_restored_elsewhere() throws SQLException, IOException {
        Path again = place.resolve("named.backup");
        try (EmbeddedDatabase first = server("first");
                EmbeddedDatabase second = server("second")) {
            divideRoles("first", first);
            assertThat(anpi("restore", backup.toString(), "--config", naming(first)))
                    .as("with the role that may make no table")
                    .isEqualTo(1);
            assertThat(printed).contains("permission denied");
            assertThat(printed.strip().lines()).as("one clear line").hasSize(1);
            assertThat(anpi("restore", backup.toString(), "--config", namingOwner(first)))
                    .as(() -> printed)
                    .isZero();
            assertThat(ask(first, "select name from organization"))
                    .as("by the role that works")
                    .isEqualTo(ODD);
            assertThat(anpi("backup", again.toString(), "--config", namingOwner(first)))
                    .as(() -> printed)
                    .isZero();
            assertThat(anpi("restore", again.toString(), "--config", naming(second)))
                    .as(() -> printed)
                    .isZero();
            assertThat(ask(second, "select name from organization")).isEqualTo(ODD);
            assertThat(ask(second, "select count(*) from nobody_to_tell")).isEqualTo("1");
            assertThat(ask(second, "select nextval('check_in_sequence')")).isEqualTo("4001");
            refused("holds tables already", "restore", again.toString(), "--config", namingOwner(first));
        }
    }

    private static void divideRoles(String name, EmbeddedDatabase server) throws SQLException, IOException {
        String superuser = Files.readString(place.resolve(name).resolve("postgres/superuser.password"))
                .strip();
        Path script = Installation.locate().home().resolve("payara-config/database-roles.sql");
        try (Connection connection = DriverManager.getConnection(server.url(), "postgres", superuser);
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(script));
            statement.execute("alter role anpi_owner password 'of-the-owner'");
        }
    }

    private static String namingOwner(EmbeddedDatabase server) throws IOException {
        Path file = Path.of(naming(server));
        Files.writeString(
                file,
                "\nanpi.db.migration-user=anpi_owner\nanpi.db.migration-password=of-the-owner\n",
                StandardOpenOption.APPEND);
        return file.toString();
    }

    private static EmbeddedDatabase server(String name) {
        return EmbeddedDatabase.start(place.resolve(name), Installation.locate().postgresBinaries());
    }

    /** A configuration with this database's address, as if it were somebody else's. */
    private static String naming(EmbeddedDatabase server) throws IOException {
        Properties entries = new Properties();
        entries.putAll(server.properties());
        entries.put("anpi.data.dir", place.resolve("node-" + server.port()).toString());
        Path file = place.resolve(server.port() + ".properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            entries.store(writer, null);
        }
        return file.toString();
    }

    @Test
    void nothing_that_is_there_is_overwritten() {
        refused("is there already", "backup", backup.toString(), "--data-dir", data.toString());
        refused("holds an installation already", "restore", backup.toString(), "--data-dir", data.toString());
    }

    @Test
    void half_a_backup_makes_no_installation() throws IOException {
        Path half = place.resolve("half.backup");
        byte[] whole = Files.readAllBytes(backup);
        Files.write(half, Arrays.copyOf(whole, whole.length / 2));
        Path other = place.resolve("never");
        Path nowhere = other.resolve("nope");
        refused("there is no file " + nowhere, "restore", nowhere.toString(), "--data-dir", other.toString());
        refused("is no whole backup of Anpi", "restore", half.toString(), "--data-dir", other.toString());
        assertThat(other.resolve("postgres")).doesNotExist();
    }

    @Test
    void an_empty_directory_is_no_installation_to_back_up() {
        Path empty = place.resolve("empty");
        refused("holds no installation", "backup", place.resolve("x").toString(), "--data-dir", empty.toString());
    }

    private void refused(String reason, String... words) {
        assertThat(anpi(words)).isEqualTo(LaunchFailure.WRONG_SETTING);
        assertThat(printed).contains(reason);
        assertThat(printed.strip().lines()).as("one clear line").hasSize(1);
    }

    private int anpi(String... words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream paper = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code = Main.run(words, paper, paper);
        printed = bytes.toString(StandardCharsets.UTF_8);
        return code;
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
