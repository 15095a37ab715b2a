package jp.anpi.membership;

import java.time.Instant;
import java.util.List;
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

    /**
     * Somebody who watches, as they are looked up when they telephone.
     *
     * @param nickname empty also where the role may not see it
     * @param watched whom they watch, as far as the caller may see
     */
    record Watcher(String number, Optional<String> nickname, List<Watched> watched) {}

    /** Whom somebody watches. @param nickname empty also where the role may not see it */
    record Watched(long participantId, String number, Optional<String> nickname) {}

    /** @param issued set where it is done; shown once */
    record Invited(Outcome outcome, Optional<Issued> issued) {}

    /**
     * An invitation for one person to watch over this participant, as if the participant had made it: whoever accepts it
     * is told whom they watch, and the participant who watches.
     */
    Invited invite(StaffCaller caller, long participantId, Instant now);

    /**
     * The watcher of this registration number. Empty where it is nobody's who watches, and for whoever sees a part of the
     * people only where none of those whom they watch is among them.
     */
    Optional<Watcher> find(StaffCaller caller, String number);
}
