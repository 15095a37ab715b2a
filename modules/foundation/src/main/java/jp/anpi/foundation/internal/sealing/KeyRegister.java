package jp.anpi.foundation.internal.sealing;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import jp.anpi.foundation.FieldPlace;
import jp.anpi.foundation.InvalidSettingException;
import jp.anpi.foundation.Keyset;
import jp.anpi.foundation.UnreadableFieldException;
import jp.anpi.foundation.internal.sealing.KeyTable.KnownKey;

/** Sees that the keys of the file are those of the database, and keeps which of them seals. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class KeyRegister {

    private static final Logger LOG = System.getLogger(KeyRegister.class.getName());
    private static final String PROPERTY = "anpi.keys.file";
    private static final FieldPlace PROOF = new FieldPlace(0, "sealing_key.proof");
    private static final String PROVEN = "anpi";

    /** Three signs of life of {@link KeysetPulse}: whoever gave none for so long has ended. */
    private static final Duration LATELY = Duration.ofMinutes(1);

    @Inject
    Keyring keyring;

    @Inject
    KeyTable table;

    @Inject
    Clock clock;

    /**
     * At the start, before anything is sealed or opened.
     *
     * @throws InvalidSettingException where the file lacks a key without which something could not be read, be it only
     *     what another node will seal with the key that it has
     */
    public void start() {
        table.lock();
        boolean anythingSealed = table.anythingSealed();
        if (!anythingSealed) {
            // Proofs alone are no reason to refuse: a keyset that sealed nothing is no loss, unless a node is about to.
            Instant now = clock.instant();
            table.forgetIdle(now.minus(LATELY), now.plus(LATELY));
        }
        Collection<KnownKey> needed = table.inUse();
        if (!Files.exists(keyring.file())) {
            if (!needed.isEmpty()) {
                throw refused("It is missing", anythingSealed);
            }
            create();
        }
        requireReadable();
        if (!needed.stream().allMatch(this::opens)) {
            throw refused("It holds other keys", anythingSealed);
        }
        keep();
    }

    /** The file has changed, or this node has just come up: its newest key seals from now on. */
    public void keep() {
        Keyset keys = keyring.keys();
        table.primary(keys.primary(), keyring.seal(PROOF, PROVEN), clock.instant());
        table.forgetRetired(keys.enabled());
    }

    /** This node goes on sealing with its key: nobody else may bring other keys. */
    public void alive() {
        table.alive(keyring.keys().primary(), clock.instant());
    }

    private boolean opens(KnownKey key) {
        try {
            return keyring.open(PROOF, key.proof()).equals(PROVEN);
        } catch (UnreadableFieldException foreign) {
            return false;
        }
    }

    private void create() {
        try {
            Keyset.create().write(keyring.file());
            LOG.log(Level.INFO, "Made the keys of personal fields; back the file up, apart from the database");
        } catch (IOException | UnsupportedOperationException unwritable) {
            throw new InvalidSettingException(
                    PROPERTY, keyring.file().toString(), "a file that this user can make and read");
        }
    }

    private void requireReadable() {
        try {
            Keyset.read(keyring.file());
        } catch (IOException unreadable) {
            throw new InvalidSettingException(
                    PROPERTY, keyring.file().toString(), "a keyset of Anpi that this user can read");
        }
    }

    private InvalidSettingException refused(String what, boolean anythingSealed) {
        String expected = anythingSealed
                ? "the file with the keys that sealed the personal data of this database. " + what
                        + ": copy the file from another node, or bring it back from its backup; without it that data"
                        + " cannot be read"
                : "the same file as on every other node of this database, of which one was alive within the last"
                        + " minute. " + what + ": copy the file from that node. Where no other node runs any more,"
                        + " start again in a minute";
        return new InvalidSettingException(PROPERTY, keyring.file().toString(), expected);
    }
}
