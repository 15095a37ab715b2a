package jp.anpi.membership;

import java.time.Instant;
import java.util.List;

/**
 * The terms of the caller's organization, version by version. A version is never edited: whoever agreed to one
 * can always read what it was. A new one is agreed to by those who register from then on; members stay members, and read
 * it on their own page.
 */
public interface StaffTerms {

    /** What fits into the messages in which a registration shows them. */
    int LONGEST = 10_000;

    /** @param agreed how many members have agreed to it, and are still members */
    record Version(int number, String body, Instant publishedAt, long agreed) {}

    /** What became of a new version; only {@link #PUBLISHED} has changed anything. */
    enum Outcome {
        PUBLISHED,
        /** Somebody published one meanwhile. */
        CONFLICT,
        UNREADABLE,
        SAME_AS_BEFORE
    }

    /** The newest first; there is always one. */
    List<Version> versions(StaffCaller caller);

    /** @param latest the newest version that was on the screen */
    Outcome publish(StaffCaller caller, String body, int latest, Instant now);
}
