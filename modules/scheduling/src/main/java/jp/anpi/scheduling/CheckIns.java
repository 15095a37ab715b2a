package jp.anpi.scheduling;

import java.time.Instant;

/** Closing a check-in by a person other than its subject (E-12). */
public interface CheckIns {

    /**
     * @return whether it was open and is now closed
     */
    boolean close(int organizationId, long checkInId, Instant openedAt, Actor by, Instant now);
}
