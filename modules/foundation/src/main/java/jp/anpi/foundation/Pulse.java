package jp.anpi.foundation;

import java.time.Instant;

/**
 * Felt at the beginning of every pass over the due work, before any of it runs: what must be in order first.
 *
 * <p>A pulse that throws stops the pass; the next tick tries again.
 */
public interface Pulse {

    /** Lowest first. */
    int order();

    void beat(Instant now);
}
