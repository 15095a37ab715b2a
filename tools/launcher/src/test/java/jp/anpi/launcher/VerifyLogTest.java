package jp.anpi.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import jp.anpi.database.Schema;
import jp.anpi.foundation.AuditChain;
import jp.anpi.foundation.AuditLog.Entry;
import jp.anpi.launcher.audit.LogVerification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** {@code ./anpi verify-log} on a real log: whole, tampered with, and out of reach. */
class VerifyLogTest {

    private static final Instant MORNING = Instant.parse("2026-11-22T00:00:00Z");

    @TempDir
    private static Path data;

    private String printed;

    @Test
    void the_exit_code_tells_a_whole_log_from_a_broken_one_and_that_from_one_that_cannot_be_read() throws SQLException {
        try (EmbeddedDatabase database =
                        EmbeddedDatabase.start(data, Installation.locate().postgresBinaries());
                Connection connection =
                        DriverManager.getConnection(database.url(), database.user(), database.password())) {
            assertThat(verify()).as("no table to read").isEqualTo(LogVerification.NOT_CHECKED);
            migrate(database);
            assertThat(verify()).isEqualTo(LogVerification.WHOLE);
            assertThat(printed).contains("is empty");
            byte[] first = append(connection, new byte[0], "SIGNED_IN", 0);
            byte[] second = append(connection, first, "LOOKED_AT_INCIDENT", 1);
            byte[] last = append(connection, second, "SIGNED_OUT", 2);

            assertThat(verify()).isEqualTo(LogVerification.WHOLE);
            assertThat(printed)
                    .contains("3 entries", "the last is 3", HexFormat.of().formatHex(last));

            for (String removal :
                    List.of("delete from audit_entry", "truncate audit_entry", "truncate organization cascade")) {
                assertThatExceptionOfType(SQLException.class)
                        .as(removal)
                        .isThrownBy(() -> connection.createStatement().execute(removal))
                        .withMessageContaining("neither changed nor removed");
            }

            tamper(connection, "update audit_entry set staff_name = 'somebody else' where id = 2");
            assertThat(verify()).isEqualTo(LogVerification.BROKEN);
            assertThat(printed).contains("BROKEN", "entry 2").doesNotContain("WHOLE");

            tamper(connection, "update audit_entry set staff_name = '佐藤' where id = 2");
            assertThat(verify()).as("as it was written").isEqualTo(LogVerification.WHOLE);
            tamper(connection, "delete from audit_entry where id = 2");
            assertThat(verify()).isEqualTo(LogVerification.BROKEN);
            assertThat(printed).contains("entry 3", "one is missing before it");
        }
        assertThat(verify()).as("PostgreSQL is gone").isEqualTo(LogVerification.NOT_CHECKED);
        assertThat(printed).contains("UNKNOWN", "cannot be read").doesNotContain("WHOLE");
        assertThat(printed.strip().lines()).as("one clear line").hasSize(1);
    }

    private int verify() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream paper = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code = Main.run(new String[] {"verify-log", "--data-dir", data.toString()}, paper, paper);
        printed = bytes.toString(StandardCharsets.UTF_8);
        return code;
    }

    private static void migrate(EmbeddedDatabase database) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(database.user());
        source.setPassword(database.password());
        new Schema(source).migrate();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into organization (key, name, preset, created_at)"
                    + " values ('main', 'みどり市', 'CONNECT_HEART', '2026-01-01 00:00+09')");
        }
    }

    /** @return its digest */
    private static byte[] append(Connection connection, byte[] previous, String action, int minute)
            throws SQLException {
        Instant at = MORNING.plusSeconds(60L * minute);
        Entry entry =
                new Entry(1, at, Optional.of(1), "佐藤", action, Optional.of("1001-9"), Optional.empty(), "192.0.2.1");
        byte[] digest = AuditChain.digest(previous, entry);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into audit_entry (organization_id, at,"
                        + " staff_id, staff_name, action, about, address, digest) values (1, ?, 1, ?, ?, '1001-9', '192.0.2.1', ?)")) {
            insert.setObject(1, at.atOffset(ZoneOffset.UTC));
            insert.setString(2, entry.staffName());
            insert.setString(3, action);
            insert.setBytes(4, digest);
            insert.execute();
        }
        return digest;
    }

    /** As its owner can, for whom the trigger is no obstacle. */
    private static void tamper(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("alter table audit_entry disable trigger audit_entry_stays");
            statement.execute(sql);
            statement.execute("alter table audit_entry enable trigger audit_entry_stays");
        }
    }
}
