package jp.anpi.membership;

import java.time.Instant;

/** To which version of the terms members have agreed. */
public interface Consents {

    /** Whether there is a newer version than any that the member has agreed to. */
    boolean outdated(int organizationId, long memberId);

    /** The first consent to a version keeps its time. */
    void agree(int organizationId, long memberId, int version, Instant now);
}
