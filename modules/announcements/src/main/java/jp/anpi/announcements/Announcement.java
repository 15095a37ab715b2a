package jp.anpi.announcements;

import java.time.Instant;
import java.util.Optional;

/**
 * An announcement as it stands.
 *
 * @param version changes with each edit and each decision: whoever decides says which one they saw
 * @param writtenBy the account that wrote or edited it last
 * @param writer its owner's name, as long as there is the account
 * @param submittedBy who asked for it to be sent
 * @param approvedBy the second person
 * @param emergency whether one person alone sent it
 */
public record Announcement(
        long id,
        int organizationId,
        int version,
        AnnouncementState state,
        AnnouncementDraft draft,
        long writtenBy,
        Optional<String> writer,
        Optional<Long> submittedBy,
        Optional<Long> approvedBy,
        boolean emergency,
        Instant createdAt,
        Optional<Instant> begunAt,
        Optional<Instant> endedAt,
        Progress progress) {

    /** Whether it is not sent yet. */
    public boolean open() {
        return switch (state) {
            case DRAFT, WAITING_FOR_APPROVAL, SCHEDULED -> true;
            case SENDING, STOPPED, DONE -> false;
        };
    }

    /** Whether it was for a team, and stopped before anybody was written to. */
    public boolean unsent() {
        return state == AnnouncementState.STOPPED && begunAt.isEmpty() && draft.audience() instanceof Audience.InTeam;
    }

    /**
     * How far the sending is, in people.
     *
     * @param addressed so many copies were made so far
     * @param outOfReach meant, but they had blocked the account before
     * @param accepted LINE took their copy; whether it was read, nobody knows
     * @param refused LINE will never take their copy
     * @param waiting on the way
     * @param held until the month's messages have room (E-9)
     */
    public record Progress(int addressed, int outOfReach, int accepted, int refused, long waiting, long held) {

        /** Dropped on the way: left, blocked, stopped, or of no use any more. */
        public long dropped() {
            return Math.max(0, addressed - accepted - refused - waiting - held);
        }
    }
}
