package jp.anpi.foundation.internal.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.anpi.database.Schema;
import jp.anpi.database.testing.TestDatabase;
import jp.anpi.foundation.FieldPlace;
import jp.anpi.foundation.InvalidSettingException;
import jp.anpi.foundation.Keyset;
import jp.anpi.foundation.ManualClock;
import jp.anpi.foundation.SealedColumn;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which nodes come up on one database, by the keys that they bring and by those that sealed something in it. */
class KeyRegisterTest {

    private static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");
    private static final FieldPlace PLACE = new FieldPlace(1, "contact_address.sealed");
    private static final Jdbi JDBI = migrated();

    private final Logger logger = Logger.getLogger(KeyRegister.class.getName());
    private final Warnings warnings = new Warnings();

    @TempDir
    private Path directory;

    @BeforeEach
    void an_empty_database_and_somebody_who_reads_the_log() {
        JDBI.useHandle(handle -> handle.execute("truncate sealing_key, contact_address cascade"));
        logger.addHandler(warnings);
    }

    @AfterEach
    void nobody_reads() {
        logger.removeHandler(warnings);
    }

    @Test
    void the_first_start_makes_the_keys_and_the_next_one_finds_them_without_a_word() throws IOException {
        start("first");
        int made = key("first");

        start("first");

        assertThat(key("first")).isEqualTo(made);
        assertThat(known()).containsExactly(made);
        assertThat(warnings.told).isEmpty();
    }

    @Test
    void two_nodes_with_directories_of_their_own_come_up_while_nothing_is_sealed_and_the_second_says_what_to_copy() {
        start("first");

        start("second");

        assertThat(file("second")).exists();
        assertThat(warnings.told)
                .singleElement()
                .asString()
                .contains("anpi.keys.file", "give both the same file before anything is sealed");
    }

    @Test
    void who_sealed_something_comes_up_again_after_another_node_came_with_other_keys() {
        start("first");
        start("second");
        seal("first");
        warnings.told.clear();

        start("first");

        assertThat(warnings.told).as("the other may still run").hasSize(1);
        assertThat(known()).contains(key("first"));
        assertThat(open("first")).isEqualTo("office@example.jp");
        start("first");
    }

    @Test
    void who_cannot_read_what_is_sealed_is_refused_by_the_name_of_the_file_and_changes_nothing() throws IOException {
        start("first");
        start("second");
        seal("first");
        start("first");
        List<Integer> before = known();

        assertRefused(() -> start("second"), "second", "holds other keys");
        assertRefused(() -> start("third"), "third", "is missing");

        assertThat(file("third")).as("no keys of its own").doesNotExist();
        assertThat(known()).isEqualTo(before);
        Files.copy(file("first"), file("third"));
        start("third");
    }

    @Test
    void after_a_rotation_who_has_the_old_file_still_comes_up_until_something_is_sealed_with_the_new_key()
            throws IOException {
        start("first");
        seal("first");
        Files.copy(file("first"), file("old"));
        Keyset.read(file("first")).rotated().write(file("first"));
        start("first");

        start("old");
        seal("first");

        assertRefused(() -> start("old"), "old", "holds other keys");
        start("first");
    }

    private void assertRefused(ThrowingCallable start, String name, String why) {
        assertThatThrownBy(start)
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("anpi.keys.file", file(name).toString(), why, "from its backup");
    }

    private static Jdbi migrated() {
        DataSource source = TestDatabase.empty();
        new Schema(source).migrate();
        Jdbi jdbi = Jdbi.create(source);
        jdbi.useHandle(handle -> handle.execute("insert into organization (key, name, preset, created_at)"
                + " values ('midori', 'みどり市', 'CONNECT_HEART', '2026-11-01 00:00+09')"));
        return jdbi;
    }

    /** A node with a file of this name comes up, in one transaction as in the container. */
    private void start(String name) {
        JDBI.useTransaction(handle -> {
            KeyRegister register = new KeyRegister();
            register.keyring = new Keyring(file(name));
            register.clock = new ManualClock(NOON);
            register.table = new KeyTable();
            register.table.jdbi = Jdbi.create(handle.getConnection()).registerArrayType(Integer.class, "integer");
            register.table.columns = sealedColumns();
            register.start();
        });
    }

    private Path file(String name) {
        return directory.resolve(name + ".json");
    }

    /** The key with which that node seals. */
    private int key(String name) {
        return new Keyring(file(name)).keys().primary();
    }

    private static List<Integer> known() {
        return JDBI.withHandle(handle -> handle.select("select key_id from sealing_key order by key_id")
                .mapTo(Integer.class)
                .list());
    }

    /** Somebody leaves an address on that node. */
    private void seal(String name) {
        byte[] sealed = new Keyring(file(name)).seal(PLACE, "office@example.jp");
        JDBI.useHandle(handle -> handle.execute(
                "insert into contact_address (organization_id, way, sealed, created_at)"
                        + " select id, 'MAIL', ?, '2026-11-01 00:00+09' from organization",
                sealed));
    }

    private String open(String name) {
        byte[] sealed = JDBI.withHandle(handle -> handle.select("select sealed from contact_address")
                .mapTo(byte[].class)
                .one());
        return new Keyring(file(name)).open(PLACE, sealed);
    }

    @SuppressWarnings("unchecked")
    private static Instance<SealedColumn> sealedColumns() {
        return (Instance<SealedColumn>) Proxy.newProxyInstance(
                KeyRegisterTest.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, given) -> Stream.of(new SealedColumn("contact_address", "id", "sealed")));
    }

    private static final class Warnings extends Handler {

        private final List<String> told = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().equals(Level.WARNING)) {
                told.add(line.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
