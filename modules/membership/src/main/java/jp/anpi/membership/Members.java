package jp.anpi.membership;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Members of an organization: registration, reachability, leaving. */
public interface Members {

    Optional<Member> byLineUserId(int organizationId, String lineUserId);

    /** Those of the accounts that belong to members, by LINE user id, in one statement. */
    Map<String, Member> byLineUserIds(int organizationId, Collection<String> lineUserIds);

    Optional<Member> byId(int organizationId, long memberId);

    /**
     * The LINE user ids of those members who exist, live and have not blocked us, by member id: nothing is sent to
     * others.
     *
     * <p>One statement for up to thousands of ids.
     */
    Map<Long, String> reachableLineUserIds(int organizationId, Collection<Long> memberIds);

    /** The shown numbers of those members who exist, by member id, in one statement. */
    Map<Long, String> numbers(int organizationId, Collection<Long> memberIds);

    /**
     * Makes the LINE account a member in the given role, or adds the role to the member that it already is, and keeps
     * the consent to the given terms with its time.
     */
    Member register(int organizationId, String lineUserId, Role role, int termsVersion, Instant now);

    void rename(int organizationId, long memberId, Nickname nickname);

    /** The account blocked us; fires {@link MemberBlocked} when it is a reachable member. */
    void blocked(int organizationId, String lineUserId, Instant now);

    /** The account is a friend again; fires {@link MemberReturned} when it is a member that had blocked us. */
    void returned(int organizationId, String lineUserId, Instant now);

    /**
     * Ends the membership: fires {@link MemberLeaving} while everything still stands, then erases the person and all
     * that hangs on them at once.
     *
     * @return false where there is no such member any more
     */
    boolean leave(int organizationId, long memberId, Instant now);
}
