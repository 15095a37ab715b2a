package jp.anpi.escalation;

import java.time.Instant;
import java.util.Optional;
import jp.anpi.membership.StaffCaller;

/**
 * What staff do about one incident.
 *
 * <p>Each deed names the version that was on the screen. Where somebody else did something since, nothing happens and the
 * answer says so: they look at what changed, and decide again.
 */
public interface IncidentWork {

    /** The longest note, in characters. */
    int LONGEST_NOTE = 2_000;

    /** What became of a deed; only {@link #DONE} has changed anything. */
    enum Deed {
        DONE,
        /** Somebody did something meanwhile. */
        CHANGED,
        /** It is over: the person answered, or somebody closed it. */
        CLOSED,
        /** There is none, or the caller may not see it. */
        UNKNOWN
    }

    /**
     * A call or a visit.
     *
     * @param note at most {@link #LONGEST_NOTE} characters
     * @param nextStep what is to be done next
     * @param nextStepAt until when
     */
    record Contact(
            ContactMethod method,
            ContactResult result,
            Optional<String> note,
            Optional<String> nextStep,
            Optional<Instant> nextStepAt) {}

    /** Whoever looks at a person stands in the audit log. Empty where there is none that the caller may see. */
    Optional<IncidentSheet> look(StaffCaller caller, long incidentId, Instant now);

    /** The caller is on it from now on, also where a colleague was; watchers who were alerted read that staff are. */
    Deed take(StaffCaller caller, long incidentId, int version, Instant now);

    /** Writes a call or a visit down; whoever does so is on it, unless a colleague is. */
    Deed record(StaffCaller caller, long incidentId, int version, Contact contact, Instant now);

    /**
     * Ends the incident and its question. Where the person is well, everybody who was alerted reads so. Where they have
     * died, they are asked no more, everything that is open about them ends, and those who watch them read that staff
     * will speak with them. Of anything else nothing is sent.
     *
     * @param reason how it was found out, at most {@link #LONGEST_NOTE} characters
     */
    Deed close(StaffCaller caller, long incidentId, int version, IncidentOutcome outcome, String reason, Instant now);
}
