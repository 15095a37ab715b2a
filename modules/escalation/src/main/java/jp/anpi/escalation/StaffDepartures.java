package jp.anpi.escalation;

import java.time.Instant;
import java.util.OptionalLong;
import jp.anpi.membership.StaffCaller;

/**
 * Whoever asks the office to be taken out is taken out, as if they had left on their phone, which they may not have any more
 * (退会): everything about them is erased, and those who watch are told.
 */
public interface StaffDepartures {

    /** The longest reason, in characters. */
    int LONGEST_REASON = 200;

    /** What became of a wish; only {@link #DONE} has changed anything. */
    enum Outcome {
        DONE,
        /** There is no such participant, or the caller may not see them. */
        UNKNOWN,
        REASON_MISSING,
        REASON_UNREADABLE,
        /** Staff noted that they have died: nobody who has died asks for anything. */
        DIED,
        /**
         * Something is open about them. Without a name or a number nobody could look after them any more; whoever speaks with
         * them writes down how it ended, and then takes them out.
         */
        INCIDENT_OPEN
    }

    /** What is open about somebody and has to be ended first; empty where nothing is, or the caller may not see them. */
    OptionalLong openIncident(StaffCaller caller, long participantId);

    /**
     * Ends the registration at the person's own request, in every role that they have. They read so on their phone, where LINE
     * reaches it.
     *
     * @param reason how they asked for it; it stays in the audit log
     */
    Outcome takeOut(StaffCaller caller, long participantId, String reason, Instant now);
}
