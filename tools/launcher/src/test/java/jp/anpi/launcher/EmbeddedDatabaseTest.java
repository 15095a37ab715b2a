package jp.anpi.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    private static PostgresBinaries binaries;

    @TempDir
    private Path data;

    @BeforeAll
    static void unpack() {
        binaries = Installation.locate().postgresBinaries();
    }

    @Test
    void keeps_what_was_committed_through_a_crash() throws SQLException {
        EmbeddedDatabase crashed = EmbeddedDatabase.start(data, binaries);
        execute(crashed, "CREATE TABLE kept (word text)");
        execute(crashed, "INSERT INTO kept VALUES ('無事')");
        crashed.kill9();

        try (EmbeddedDatabase again = EmbeddedDatabase.start(data, binaries)) {
            assertThat(ask(again, "SELECT word FROM kept")).isEqualTo("無事");
        }
    }

    @Test
    void takes_the_place_of_a_server_left_running() throws SQLException {
        EmbeddedDatabase orphan = EmbeddedDatabase.start(data, binaries);
        execute(orphan, "CREATE TABLE kept (word text)");

        try (EmbeddedDatabase again = EmbeddedDatabase.start(data, binaries)) {
            assertThat(orphan.onExit()).succeedsWithin(Duration.ofSeconds(10));
            assertThat(ask(again, "SELECT count(*) FROM kept")).isEqualTo("0");
        }
    }

    @Test
    void starts_although_a_stale_pid_file_names_a_living_stranger() throws IOException, SQLException {
        EmbeddedDatabase.start(data, binaries).kill9();
        Path stale = data.resolve("postgres/17/postmaster.pid");
        String content = Files.readString(stale);
        Files.writeString(
                stale,
                content.replaceFirst(
                        "^\\d+", Long.toString(ProcessHandle.current().pid())));

        try (EmbeddedDatabase again = EmbeddedDatabase.start(data, binaries)) {
            assertThat(ask(again, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void loses_nothing_asks_for_a_password_and_hides_it() throws SQLException, IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data, binaries)) {
            assertThat(ask(database, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(database, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(ask(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgres/password"))))
                    .isEqualTo("rw-------");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(database.url(), database.user(), "guess")
                            .close());
        }
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
