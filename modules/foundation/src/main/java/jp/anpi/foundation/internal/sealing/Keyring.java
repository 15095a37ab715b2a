package jp.anpi.foundation.internal.sealing;

import com.google.crypto.tink.Aead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import jp.anpi.foundation.FieldPlace;
import jp.anpi.foundation.Keyset;
import jp.anpi.foundation.PersonalFields;
import jp.anpi.foundation.Settings;
import jp.anpi.foundation.UnreadableFieldException;

/** {@link PersonalFields} with the keys of the file, which is read anew as soon as it has changed. */
@ApplicationScoped
public class Keyring implements PersonalFields {

    /** The keys as they were when the file had that time. */
    private record Loaded(FileTime modified, Keyset keys, Aead aead) {}

    private Path file;
    private volatile Loaded loaded;

    /** For the proxy. */
    public Keyring() {}

    @Inject
    Keyring(Settings settings) {
        this(settings.keysFile());
    }

    Keyring(Path file) {
        this.file = file;
    }

    @Override
    public byte[] seal(FieldPlace place, String text) {
        try {
            return current().aead().encrypt(text.getBytes(StandardCharsets.UTF_8), belonging(place));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM encrypts every text", impossible);
        }
    }

    @Override
    public String open(FieldPlace place, byte[] sealed) {
        try {
            return new String(current().aead().decrypt(sealed, belonging(place)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException closed) {
            throw new UnreadableFieldException(place, closed);
        }
    }

    /** The keys of now. */
    Keyset keys() {
        return current().keys();
    }

    Path file() {
        return file;
    }

    private static byte[] belonging(FieldPlace place) {
        return (place.organizationId() + ":" + place.column()).getBytes(StandardCharsets.UTF_8);
    }

    private Loaded current() {
        try {
            FileTime modified = Files.getLastModifiedTime(file);
            Loaded known = loaded;
            if (known == null || !known.modified().equals(modified)) {
                Keyset keys = Keyset.read(file);
                known = new Loaded(modified, keys, keys.aead());
                loaded = known;
            }
            return known;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The keys of personal fields cannot be read", unreadable);
        }
    }
}
