package jp.anpi.membership;

import java.time.Instant;
import java.util.Optional;
import jp.anpi.membership.Invitations.Issued;

/** Staff see to it that a participant has somebody to watch over them. */
public interface StaffWatchers {

    /** What became of a wish; only {@link #DONE} has changed anything. */
    enum Outcome {
        DONE,
        /** There is no such participant, or the caller may not see them. */
        UNKNOWN,
        /** They have all the watchers they may have. */
        TEAM_FULL,
        /** There are as many unused invitations as anybody can have use for. */
        TOO_MANY
    }

    /** @param issued set where it is done; shown once */
    record Invited(Outcome outcome, Optional<Issued> issued) {}

    /**
     * An invitation for one person to watch over this participant, as if the participant had made it: whoever accepts it
     * is told whom they watch, and the participant who watches.
     */
    Invited invite(StaffCaller caller, long participantId, Instant now);
}
