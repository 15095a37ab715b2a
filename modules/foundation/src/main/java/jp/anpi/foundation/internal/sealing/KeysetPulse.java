package jp.anpi.foundation.internal.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Set;
import jp.anpi.foundation.FailureSummary;
import jp.anpi.foundation.Keyset;
import jp.anpi.foundation.Pulse;

/** Notices a rotation of the keys while the product runs. */
@ApplicationScoped
public class KeysetPulse implements Pulse {

    private static final Logger LOG = System.getLogger(KeysetPulse.class.getName());

    /** The key that seals, and those that open. */
    private record Standing(int primary, Set<Integer> enabled) {
        static Standing of(Keyset keys) {
            return new Standing(keys.primary(), keys.enabled());
        }
    }

    @Inject
    Keyring keyring;

    @Inject
    KeyRegister register;

    private boolean started;
    private Standing kept;
    private boolean complained;

    @Override
    public int order() {
        return 90;
    }

    /** The keys are there and are the right ones; the first pass over the due work may come before. */
    synchronized void start() {
        started = true;
    }

    /**
     * Without its file, or with one that is of no use, nothing personal is read or written; questions and alerts over LINE go
     * on, for which nothing due would be worked where a pulse fails.
     */
    @Override
    public synchronized void beat(Instant now) {
        if (started) {
            look();
        }
    }

    private void look() {
        try {
            Standing present = Standing.of(keyring.keys());
            if (!present.equals(kept)) {
                register.keep();
                kept = present;
            }
            complained = false;
        } catch (RuntimeException unusable) {
            if (!complained) {
                LOG.log(
                        Level.ERROR,
                        "The keys of personal fields cannot be used: {0}: {1}",
                        keyring.file(),
                        FailureSummary.of(unusable));
                complained = true;
            }
        }
    }
}
