package jp.anpi.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The accounts of an organization's staff. */
public interface StaffAccounts {

    /**
     * An account.
     *
     * @param limited whether it sees the people of its own teams and districts only
     * @param places the names of these districts and teams
     * @param lastDay the last day on which it is good; empty for no end
     * @param lockedUntil after too many wrong passwords
     * @param ended closed by an administrator
     * @param version which state of name, last day and reach this is, to be given back with a change
     */
    record Account(
            int id,
            String userName,
            String name,
            StaffRole role,
            boolean limited,
            List<String> places,
            Optional<LocalDate> lastDay,
            Optional<Instant> lockedUntil,
            boolean ended,
            int version) {}

    /**
     * Whom somebody sees.
     *
     * @param limited whether only the people of these districts and teams; else everybody in the organization
     */
    record Reach(boolean limited, Set<Integer> districts, Set<Long> teams) {}

    /** What became of a wish; only {@link #DONE} has changed anything. */
    enum Outcome {
        DONE,
        /** Somebody changed it meanwhile. */
        CONFLICT,
        USER_UNREADABLE,
        USER_TAKEN,
        NAME_UNREADABLE,
        /** Whose account is good until a date needs one from today on. */
        LAST_DAY_MISSING,
        /** This role always sees a part of the people only, or always everybody. */
        REACH_BY_ROLE,
        /** Who is limited to some of the people sees those of one district or team at least. */
        PLACE_MISSING,
        /** Nobody changes the own account. */
        OWN_ACCOUNT,
        /** A district or team that there is not, or not any more. */
        PLACE_UNKNOWN,
        /** An organization keeps one system administrator. */
        LAST_ADMINISTRATOR,
        UNKNOWN
    }

    /** @param password the first one, to be told to its owner, who has to change it; shown once */
    record Made(Outcome outcome, Optional<String> password) {}

    /** What became of a new password. */
    enum PasswordOutcome {
        CHANGED,
        /** The one that was given as the present one is not. */
        WRONG,
        TOO_SHORT,
        TOO_LONG,
        TOO_SIMPLE,
        SAME_AS_BEFORE
    }

    int SHORTEST_PASSWORD = 10;
    int LONGEST_PASSWORD = 128;

    List<Account> all(StaffCaller caller, Instant now);

    Made add(
            StaffCaller caller, String userName, String name, StaffRole role, Optional<LocalDate> lastDay, Instant now);

    /** Another first password, and no lock any more; whoever is signed in with the old one is so no more. */
    Made newPassword(StaffCaller caller, int staffId, Instant now);

    /** Whoever is signed in is so no more. */
    Outcome end(StaffCaller caller, int staffId, Instant now);

    /**
     * Another name, another last day. The role stays: for another one there is another account, so that the audit log says
     * who did what as what.
     *
     * @param seen the version that was on the screen
     */
    Outcome change(StaffCaller caller, int staffId, String name, Optional<LocalDate> lastDay, int seen, Instant now);

    /** Whom an account sees; empty where there is none, or none any more. */
    Optional<Reach> reach(StaffCaller caller, int staffId);

    /**
     * From now on it sees these people, the sessions that there are too.
     *
     * @param seen the version that was on the screen
     */
    Outcome setReach(StaffCaller caller, int staffId, Reach reach, int seen, Instant now);

    /** The caller's own password; every session that there is ends, this one too. */
    PasswordOutcome changePassword(StaffCaller caller, String present, String next, Instant now);
}
