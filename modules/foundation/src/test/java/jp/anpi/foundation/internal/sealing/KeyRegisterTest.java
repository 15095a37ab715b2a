package jp.anpi.foundation.internal.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.anpi.database.Schema;
import jp.anpi.database.testing.TestDatabase;
import jp.anpi.foundation.FieldPlace;
import jp.anpi.foundation.InvalidSettingException;
import jp.anpi.foundation.Keyset;
import jp.anpi.foundation.ManualClock;
import jp.anpi.foundation.SealedColumn;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No two nodes seal with keys of their own, whether something is sealed already or not. */
class KeyRegisterTest {

    private static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");
    private static final SealedColumn COLUMN = new SealedColumn("contact_address", "id", "sealed");

    private final ManualClock clock = new ManualClock(NOON);
    private final Jdbi jdbi = migrated();

    @TempDir
    private Path directory;

    @Test
    void the_first_start_makes_the_keys_and_the_next_one_finds_them() {
        start("first");
        assertThat(file("first")).exists();

        assertThatCode(() -> start("first")).doesNotThrowAnyException();
        assertThat(keys()).isOne();
    }

    @Test
    void a_second_node_without_the_file_is_refused_while_the_first_is_alive_though_nothing_is_sealed()
            throws IOException {
        start("first");
        clock.moveTo(NOON.plusSeconds(50));
        register("first", jdbi).alive();
        clock.moveTo(NOON.plusSeconds(100));

        assertThatThrownBy(() -> start("second"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("anpi.keys.file", file("second").toString(), "missing", "copy the file");
        assertThat(file("second")).as("no keys of its own").doesNotExist();

        Keyset.create().write(file("second"));
        assertThatThrownBy(() -> start("second")).hasMessageContaining("holds other keys");

        Files.copy(file("first"), file("third"));
        assertThatCode(() -> start("third")).doesNotThrowAnyException();
    }

    @Test
    void keys_that_sealed_nothing_and_that_nobody_is_alive_with_keep_nobody_from_starting() {
        start("lost");
        clock.moveTo(NOON.plusSeconds(61));

        assertThatCode(() -> start("anew")).doesNotThrowAnyException();
        assertThat(keys()).isOne();
    }

    @Test
    void keys_that_sealed_something_are_needed_however_long_ago() {
        start("first");
        seal(new Keyring(file("first")));
        clock.moveTo(NOON.plus(Duration.ofDays(30)));

        assertThatThrownBy(() -> start("second"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("anpi.keys.file", "missing", "backup");
    }

    @Test
    void after_a_rotation_the_node_with_the_new_file_starts_and_the_one_with_the_old_file_is_refused()
            throws IOException {
        start("first");
        Files.copy(file("first"), file("old"));
        Keyset.read(file("first")).rotated().write(file("first"));

        start("first");

        assertThatThrownBy(() -> start("old")).hasMessageContaining("holds other keys");
    }

    private static Jdbi migrated() {
        DataSource source = TestDatabase.empty();
        new Schema(source).migrate();
        return Jdbi.create(source).registerArrayType(Integer.class, "integer");
    }

    /** A node whose file has this name comes up, in a transaction as in the container. */
    private void start(String name) {
        jdbi.useTransaction(handle -> register(
                        name, Jdbi.create(handle.getConnection()).registerArrayType(Integer.class, "integer"))
                .start());
    }

    private KeyRegister register(String name, Jdbi jdbi) {
        KeyRegister register = new KeyRegister();
        register.keyring = new Keyring(file(name));
        register.table = new KeyTable();
        register.table.jdbi = jdbi;
        register.table.columns = sealedColumns();
        register.clock = clock;
        return register;
    }

    private Path file(String name) {
        return directory.resolve(name + ".json");
    }

    private int keys() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from sealing_key")
                .mapTo(Integer.class)
                .one());
    }

    private void seal(Keyring keyring) {
        byte[] sealed = keyring.seal(new FieldPlace(1, "contact_address.sealed"), "office@example.jp");
        jdbi.useHandle(handle -> {
            handle.execute("insert into organization (key, name, preset, created_at)"
                    + " values ('midori', 'みどり市', 'CONNECT_HEART', '2026-11-01 00:00+09')");
            handle.execute(
                    "insert into contact_address (organization_id, way, sealed, created_at)"
                            + " select id, 'MAIL', ?, '2026-11-01 00:00+09' from organization",
                    sealed);
        });
    }

    @SuppressWarnings("unchecked")
    private static Instance<SealedColumn> sealedColumns() {
        return (Instance<SealedColumn>) Proxy.newProxyInstance(
                KeyRegisterTest.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, given) -> Stream.of(COLUMN));
    }
}
