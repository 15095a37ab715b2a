package jp.anpi.membership;

import java.time.Instant;
import java.util.Optional;

/**
 * Invitations into a team by a code that cannot be guessed (R-043 … R-053).
 *
 * <p>A code has 58 random bits; five wrong ones by one LINE account within an hour lock that account out for 24 hours.
 */
public interface Invitations {

    /**
     * A fresh invitation.
     *
     * @param code readable form, for example {@code ABCD-EFGH-JKMN}
     */
    record Issued(long invitationId, String code, Instant expiresAt) {
        @Override
        public String toString() {
            return "Issued[" + invitationId + ", code=***]";
        }
    }

    /** Why no invitation can be made now. */
    enum Refusal {
        /** The personal team already has all the watchers it may have. */
        TEAM_FULL,
        /** The member has made as many as anybody can have use for, and none of them was used or has expired. */
        TOO_MANY
    }

    /** Exactly one of the two. */
    record Issue(Optional<Issued> issued, Optional<Refusal> refusal) {}

    /** What a code turned out to be. */
    enum Standing {
        VALID,
        UNKNOWN,
        EXPIRED,
        USED,
        REVOKED,
        /** Made by the same person: nobody invites themselves. */
        OWN,
        /** Already in that team in that role. */
        ALREADY_IN,
        TEAM_FULL,
        /** Staff have ended the team. */
        TEAM_ENDED,
        /** Too many wrong codes: nothing is looked up until the lock ends. */
        LOCKED
    }

    /**
     * @param invitationId set for {@link Standing#VALID}
     * @param role the role the invitation asks for; empty where the invitee chooses
     * @param lockedUntil set for {@link Standing#LOCKED}
     */
    record Look(Standing standing, Optional<Long> invitationId, Optional<Role> role, Optional<Instant> lockedUntil) {}

    /**
     * Makes an invitation.
     *
     * <p>Participants are invited into the inviter's own personal team, which is made when needed. Watchers are invited
     * into the inviter's own team when the inviter is a participant, else into the personal team in which the inviter
     * watches.
     *
     * @param role the invitee's role; empty leaves the choice to the invitee
     */
    Issue issue(int organizationId, long inviterId, Optional<Role> role, InvitationKind kind, Instant now);

    /** Looks a code up for a LINE account, member or not, and counts a wrong one against it. */
    Look look(int organizationId, String lineUserId, String code, Instant now);

    /**
     * Puts the member into the invitation's team, uses up a single-use invitation, and fires {@link TeamJoined}.
     *
     * @return {@link Standing#VALID}, or why it is not possible any more
     */
    Standing accept(int organizationId, long memberId, long invitationId, Role role, Instant now);

    /** Makes an invitation that the member issued useless; false when it is not theirs or already ended. */
    boolean revoke(int organizationId, long inviterId, long invitationId, Instant now);
}
