package jp.anpi.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Invitations that staff hand out on paper: of the organization itself or of one of its teams, for as
 * many participants as come until a day. Of each there is one at a time, and it is printed again as often as needed.
 *
 * <p>Who is limited to teams invites into these only, and never in the name of the organization.
 */
public interface StaffInvitations {

    /** Who may invite: the organization itself without a team, or a team. */
    record Inviter(Optional<Long> teamId, String name, Optional<Instant> openUntil) {}

    /**
     * One that works.
     *
     * @param invitedBy name of the team or organization
     * @param code readable, for the link
     * @param issuedBy name of whoever made it
     * @param lastDay the last day on which it works
     */
    record Open(
            long id,
            Optional<Long> teamId,
            String invitedBy,
            String code,
            String issuedBy,
            Instant at,
            LocalDate lastDay) {
        @Override
        public String toString() {
            return "Open[" + id + ", code=***]";
        }
    }

    /** What became of a wish; only {@link #DONE} has changed anything. */
    enum Outcome {
        DONE,
        /** Another one works still: what is printed of it would become useless. */
        OPEN_ALREADY,
        /** Before today, or further away than {@link #MOST_YEARS}. */
        LAST_DAY_UNUSABLE,
        /** No such team or invitation, or not the caller's. */
        UNKNOWN
    }

    /** Paper does not last longer. */
    int MOST_YEARS = 3;

    /** By name, the organization first. */
    List<Inviter> inviters(StaffCaller caller, Instant now);

    /** Empty where none works, or where the caller may not invite there. */
    Optional<Open> open(StaffCaller caller, Optional<Long> teamId, Instant now);

    Outcome issue(StaffCaller caller, Optional<Long> teamId, LocalDate lastDay, Instant now);

    /** From now on whoever scans it is told that it was taken back. */
    Outcome withdraw(StaffCaller caller, long invitationId, Instant now);
}
