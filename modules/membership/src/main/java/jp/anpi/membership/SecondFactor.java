package jp.anpi.membership;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The second thing that staff sign in with: six digits from an app on a phone (RFC 6238), or a recovery code on paper.
 *
 * <p>Each code is good once. Wrong ones count, and lock, like wrong passwords.
 */
public interface SecondFactor {

    /** Recovery codes that are handed out at once. */
    int RECOVERY_CODES = 8;

    /**
     * A secret to share with an app.
     *
     * @param secret for typing, in groups of four
     * @param link for a QR code
     */
    record Offer(String secret, String link) {}

    /** Whether the caller signs in with a code. */
    boolean confirmed(StaffCaller caller);

    /** The secret that waits to be confirmed; a new one where none does. */
    Offer offer(StaffCaller caller);

    /**
     * Proves that the app shares the secret: from now on a code is asked for.
     *
     * @param wall time on the wall, which the app counts in
     * @return recovery codes, shown once; empty where the code is wrong
     */
    Optional<List<String>> confirm(StaffCaller caller, String code, Instant wall, Instant now);

    /** Whether the code is one of the caller's, and uses it up. */
    boolean use(StaffCaller caller, String code, Instant wall, Instant now);

    /** An administrator takes a lost factor away; the next sign-in asks for none, or for a new one. */
    boolean remove(StaffCaller caller, int staffId, Instant now);
}
