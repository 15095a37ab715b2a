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

    @Inject
    private Keyring keyring;

    @Inject
    private KeyTable table;

    @Inject
    private Clock clock;

    /**
     * At the start, before anything is sealed or opened.
     *
     * @throws InvalidSettingException where the file lacks a key without which something could not be read
     */
    public void start() {
        table.lock();
        boolean anythingSealed = table.anythingSealed();
        Collection<KnownKey> known = table.inUse();
        if (!Files.exists(keyring.file())) {
            if (anythingSealed && !known.isEmpty()) {
                throw refused("is missing");
            }
            create();
        }
        requireReadable();
        boolean foreign = !known.stream().allMatch(this::opens);
        if (foreign && anythingSealed) {
            throw refused("holds other keys");
        }
        if (foreign) {
            // They may be those of a node that runs.
            LOG.log(
                    Level.WARNING,
                    "Other keys than those of " + PROPERTY
                            + " were made for this database. Where another node runs, copy"
                            + " its file here and start again: what one of them seals the other cannot read");
        }
        if (!anythingSealed) {
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
