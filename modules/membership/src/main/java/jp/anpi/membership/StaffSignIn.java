package jp.anpi.membership;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/**
 * Signing in to the staff pages, and staying so.
 *
 * <p>Nothing tells whether a user exists: one who does not is refused after as long, and locked after as many attempts.
 */
public interface StaffSignIn {

    /** Attempts without a success that lock a user out. */
    int ALLOWED_ATTEMPTS = 5;

    /** What a session holds: an account, as it was when its owner signed in. */
    record Session(int staffId, int generation) implements Serializable {}

    /**
     * Somebody who is signed in.
     *
     * @param passwordToChange whether nothing else may be done before the password was changed
     * @param secondFactor whether a code is asked for too
     */
    record Presence(Session session, StaffCaller caller, boolean passwordToChange, boolean secondFactor) {}

    /** Empty for a wrong user or password, an account that has ended, or one that is locked. */
    Optional<Presence> signIn(String user, String password, String address, Instant now);

    /** Until when nobody can sign in as this user, whether there is one or not. */
    Optional<Instant> lockedUntil(String user, Instant now);

    /** Looked up at every request; empty as soon as the account has ended or was changed. */
    Optional<Presence> still(Session session, String address, Instant now);

    void signedOut(StaffCaller caller, Instant now);
}
