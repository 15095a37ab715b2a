package jp.anpi.foundation;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The keys of personal fields: one seals, all that are enabled open. Kept as Tink's JSON in a file that only its owner
 * can read.
 */
public final class Keyset {

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Tink brings AES-GCM along", impossible);
        }
    }

    private final KeysetHandle keys;

    private Keyset(KeysetHandle keys) {
        this.keys = keys;
    }

    /** One new key. */
    public static Keyset create() {
        return built(KeysetHandle.newBuilder().addEntry(newKey()));
    }

    /** @throws IOException when the file is not there, or is not what {@link #write} has written */
    public static Keyset read(Path file) throws IOException {
        try {
            return new Keyset(
                    TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException noKeyset) {
            throw new IOException("Not a keyset", noKeyset);
        }
    }

    /** Replaces the file in one step; readable by its owner only. */
    public void write(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (!Files.exists(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Path making = Files.createTempFile(
                directory,
                file.getFileName().toString(),
                ".making",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(making, json());
            Files.move(making, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(making);
        }
    }

    /** With a new key that seals from now on; those before still open. */
    public Keyset rotated() {
        return built(KeysetHandle.newBuilder(keys).addEntry(newKey()));
    }

    /** Without the use of these keys: what they sealed does not open any more. They stay in the file, disabled. */
    public Keyset retired(Set<Integer> ids) {
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(keys);
        for (int i = 0; i < builder.size(); i++) {
            KeysetHandle.Entry entry = keys.getAt(i);
            if (ids.contains(entry.getId()) && !entry.isPrimary()) {
                builder.getAt(i).setStatus(KeyStatus.DISABLED);
            }
        }
        return built(builder);
    }

    /** The key that seals. */
    public int primary() {
        return keys.getPrimary().getId();
    }

    /** The keys that open. */
    public Set<Integer> enabled() {
        return IntStream.range(0, keys.size())
                .mapToObj(keys::getAt)
                .filter(entry -> entry.getStatus() == KeyStatus.ENABLED)
                .map(KeysetHandle.Entry::getId)
                .collect(Collectors.toSet());
    }

    /** Seals and opens. */
    public Aead aead() {
        try {
            return keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("The keyset holds keys of another kind", unusable);
        }
    }

    private static KeysetHandle.Builder.Entry newKey() {
        return KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId()
                .makePrimary();
    }

    private static Keyset built(KeysetHandle.Builder builder) {
        try {
            return new Keyset(builder.build());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A keyset of our own making", impossible);
        }
    }

    private String json() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A keyset can always be written", impossible);
        }
    }

    /** Never the keys. */
    @Override
    public String toString() {
        return "Keyset[" + keys.size() + "]";
    }
}
