package jp.anpi.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jp.anpi.database.Schema;
import jp.anpi.foundation.Keyset;
import jp.anpi.foundation.Settings;
import jp.anpi.foundation.Settings.DatabaseAddress;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way of a start is told in one line within seconds, before Payara is started. */
class RefusalTest {

    @TempDir
    private static Path place;

    private static EmbeddedDatabase database;

    @BeforeAll
    static void a_database() {
        database = EmbeddedDatabase.start(
                place.resolve("data"), Installation.locate().postgresBinaries());
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void database_that_lets_us_in_is_taken() {
        NamedDatabase.check(address(database.url(), database.password()));
    }

    @Test
    void wrong_password_names_the_user_and_no_password() {
        refused(1, () -> NamedDatabase.check(address(database.url(), "geheim")), "anpi.db.url", "as user anpi");
    }

    @Test
    void database_that_is_down_is_named() {
        refused(
                1,
                () -> NamedDatabase.check(address("jdbc:postgresql://127.0.0.1:1/anpi", "geheim")),
                "anpi.db.url = jdbc:postgresql://127.0.0.1:1/anpi");
    }

    @Test
    void address_that_cannot_be_read_is_told_without_its_password() {
        refused(
                1,
                () -> NamedDatabase.check(address("jdbc:postgresql://127.0.0.1:x/anpi?password=geheim", "geheim")),
                "anpi.db.url = jdbc:postgresql://127.0.0.1:x/anpi");
        refused(
                1,
                () -> NamedDatabase.check(address("jdbc:postgresql://anpi:geheim@127.0.0.1:1/anpi", "geheim")),
                "anpi.db.url = jdbc:postgresql://***@127.0.0.1:1/anpi");
    }

    /** A firewall that drops packets, or a server that hangs. */
    @Test
    void database_that_never_answers_is_waited_for_some_seconds_only() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/anpi";
            assertThat(CompletableFuture.runAsync(() -> NamedDatabase.check(address(url, "geheim"))))
                    .failsWithin(Duration.ofSeconds(15))
                    .withThrowableOfType(java.util.concurrent.ExecutionException.class)
                    .withCauseInstanceOf(LaunchFailure.class)
                    .withMessageNotContaining("geheim");
        }
    }

    @Test
    void database_that_is_too_old_is_told_what_is_allowed() throws IOException {
        try (OldPostgres old = new OldPostgres()) {
            refused(2, () -> NamedDatabase.check(address(old.url(), "geheim")), "PostgreSQL 13", "14 or newer");
        }
    }

    @Test
    void database_of_a_newer_product_is_left_alone() throws SQLException {
        DatabaseAddress address = address(database.url(), database.password());
        new Schema(KnownSchema.dataSource(address)).migrate();
        KnownSchema.require(address);
        try (Connection connection = RunningDatabase.connect(address);
                Statement statement = connection.createStatement()) {
            statement.execute("insert into flyway_schema_history (installed_rank, version, description, type, script,"
                    + " installed_by, execution_time, success) values (9999, '9999', 'later', 'SQL', 'V9999__later.sql',"
                    + " 'anpi', 1, true)");
        }
        refused(2, () -> KnownSchema.require(address), "schema version 9999", "start that one");
    }

    @Test
    void full_disk_is_told() {
        DiskSpace.require(place, 1);
        refused(1, () -> DiskSpace.require(place, Long.MAX_VALUE), "anpi.data.dir", "the disk is full");
    }

    @Test
    void port_that_is_taken_is_named() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            refused(
                    1,
                    () -> HttpPort.requireFree(Settings.EVERY_ADDRESS, other.getLocalPort()),
                    "anpi.http.port = " + other.getLocalPort(),
                    "in use by another program");
        }
    }

    /** From the block that documents use for their examples. */
    @Test
    void address_of_another_machine_is_named() {
        refused(2, () -> HttpPort.requireFree("192.0.2.1", 8080), "anpi.http.address = 192.0.2.1", "of this machine");
    }

    @Test
    void data_directory_that_is_a_file_is_named() throws IOException {
        Path file = Files.createFile(place.resolve("file"));
        refused(2, () -> InstanceLock.acquire(file), "anpi.data.dir = " + file, "cannot be written");
    }

    @Test
    void keys_that_cannot_be_read_or_made_are_told_before_the_product_is_started() throws IOException {
        Path made = place.resolve("keys/made.json");
        KeysFile.require(made);
        Keyset.create().write(made);
        KeysFile.require(made);

        Path torn = Files.writeString(place.resolve("torn.json"), "{\"primaryKeyId\":1");
        for (Path wrong : List.of(torn, place, torn.resolve("below"), Path.of("/"))) {
            refused(2, () -> KeysFile.require(wrong), "anpi.keys.file = " + wrong);
        }
    }

    @Test
    void wrong_value_ends_the_script_with_its_own_code_and_one_line() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream paper = new PrintStream(printed, true, StandardCharsets.UTF_8);
        Path file = place.resolve("wrong.properties");
        assertThat(writing(file, "anpi.log.format=xml")).isEqualTo(file);

        assertThat(Main.run(new String[] {"audit", "--config", file.toString()}, paper, paper))
                .isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo("anpi: anpi.log.format = 'xml' is not possible. Allowed: text, json");
    }

    private static Path writing(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static DatabaseAddress address(String url, String password) {
        return new DatabaseAddress(url, "anpi", password);
    }

    private static void refused(int code, ThrowingCallable start, String... words) {
        assertThatExceptionOfType(LaunchFailure.class).isThrownBy(start).satisfies(failure -> {
            assertThat(failure.exitCode()).isEqualTo(code);
            assertThat(failure.getMessage()).contains(words).doesNotContain("geheim");
            assertThat(failure.getMessage().lines()).hasSize(1);
        });
    }
}
