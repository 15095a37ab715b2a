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
import java.util.Set;
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

    @Inject
    Keyring keyring;

    @Inject
    KeyTable table;

    @Inject
    Clock clock;

    /**
     * At the start, before anything is sealed or opened.
     *
     * @throws InvalidSettingException where the file lacks a key without which something could not be read
     */
    public void start() {
        table.lock();
        Set<Integer> needed = table.keysOfWhatIsSealed();
        if (!Files.exists(keyring.file())) {
            if (!needed.isEmpty()) {
                throw refused("is missing");
            }
            create();
        }
        requireReadable();
        if (!keyring.keys().enabled().containsAll(needed)) {
            throw refused("holds other keys");
        }
        warnOfOthers();
        if (needed.isEmpty()) {
            // Proofs alone are no reason to refuse: a keyset that sealed nothing is no loss.
            table.forgetAll();
        }
        keep();
    }

    /** The file has changed, or this node has just come up: its newest key seals from now on. */
    public void keep() {
        Keyset keys = keyring.keys();
        table.primary(keys.primary(), keyring.seal(PROOF, PROVEN), clock.instant());
        table.forgetRetired(keys.enabled());
    }

    /** They may be those of a node that runs, and that seals what this one cannot read. */
    private void warnOfOthers() {
        if (!table.inUse().stream().allMatch(this::opens)) {
            LOG.log(
                    Level.WARNING,
                    "Other keys than those of " + PROPERTY
                            + " were made for this database. Where another node runs, give"
                            + " both the same file before anything is sealed: what one seals the other cannot read");
        }
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

    private InvalidSettingException refused(String what) {
        return new InvalidSettingException(
                PROPERTY,
                keyring.file().toString(),
                "the file with the keys that sealed the personal data of this database. It " + what
                        + ": bring the file back from its backup; without it that data cannot be read");
    }
}
