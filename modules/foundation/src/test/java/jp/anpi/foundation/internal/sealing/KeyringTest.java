package jp.anpi.foundation.internal.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import jp.anpi.foundation.FieldPlace;
import jp.anpi.foundation.Keyset;
import jp.anpi.foundation.UnreadableFieldException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is personal stands in the database sealed, and stays readable when the keys change. */
class KeyringTest {

    private static final FieldPlace PLACE = new FieldPlace(1, "contact_address.sealed");
    private static final String TEXT = "髙橋@example.jp";

    @TempDir
    private Path directory;

    private Path file;
    private Keyring keyring;

    @BeforeEach
    void first_start() throws IOException {
        file = directory.resolve("keys/personal-fields.json");
        Keyset.create().write(file);
        keyring = new Keyring(file);
    }

    @Test
    void a_sealed_value_shows_nothing_and_opens_in_its_place_only() {
        byte[] sealed = keyring.seal(PLACE, TEXT);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("example");
        assertThat(keyring.open(PLACE, sealed)).isEqualTo(TEXT);
        assertThat(keyring.seal(PLACE, TEXT)).isNotEqualTo(sealed);
        for (FieldPlace elsewhere : Set.of(new FieldPlace(2, PLACE.column()), new FieldPlace(1, "member.nickname"))) {
            assertThatThrownBy(() -> keyring.open(elsewhere, sealed))
                    .isInstanceOf(UnreadableFieldException.class)
                    .hasMessageNotContaining(TEXT);
        }
    }

    @Test
    void the_file_is_its_owners_alone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void after_a_rotation_old_values_open_and_new_ones_carry_the_new_key() throws IOException {
        int before = Keyset.read(file).primary();
        byte[] old = keyring.seal(PLACE, TEXT);

        replace(Keyset.read(file).rotated());

        int after = keyring.keys().primary();
        assertThat(after).isNotEqualTo(before);
        assertThat(keyring.keys().enabled()).containsExactlyInAnyOrder(before, after);
        assertThat(keyring.open(PLACE, old)).isEqualTo(TEXT);
        assertThat(keyOf(old)).isEqualTo(before);
        assertThat(keyOf(keyring.seal(PLACE, TEXT))).isEqualTo(after);
    }

    @Test
    void a_retired_key_opens_nothing_and_the_one_that_seals_is_never_retired() throws IOException {
        int before = keyring.keys().primary();
        byte[] old = keyring.seal(PLACE, TEXT);
        replace(Keyset.read(file).rotated());
        byte[] anew = keyring.seal(PLACE, keyring.open(PLACE, old));

        replace(Keyset.read(file).retired(Set.of(before, keyring.keys().primary())));

        assertThat(keyring.open(PLACE, anew)).isEqualTo(TEXT);
        assertThatThrownBy(() -> keyring.open(PLACE, old)).isInstanceOf(UnreadableFieldException.class);
    }

    /** A file system may count in seconds, and a test is faster. */
    private void replace(Keyset keys) throws IOException {
        FileTime before = Files.getLastModifiedTime(file);
        keys.write(file);
        Files.setLastModifiedTime(file, FileTime.from(before.toInstant().plusSeconds(1)));
    }

    private static int keyOf(byte[] sealed) {
        return java.nio.ByteBuffer.wrap(sealed, 1, Integer.BYTES).getInt();
    }
}
