package jp.anpi.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRole;

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

    /** One of the staff to whom an incident can be handed over. */
    record Colleague(int id, String name, StaffRole role) {}

    /** Whoever looks at a person stands in the audit log. Empty where there is none that the caller may see. */
    Optional<IncidentSheet> look(StaffCaller caller, long incidentId, Instant now);

    /** The caller is on it from now on, also where a colleague was; watchers who were alerted read that staff are. */
    Deed take(StaffCaller caller, long incidentId, int version, Instant now);

    /** Writes a call or a visit down; whoever does so is on it, unless a colleague is. */
    Deed record(StaffCaller caller, long incidentId, int version, Contact contact, Instant now);

    /** Those who could go on with it in the caller's place. */
    List<Colleague> colleagues(StaffCaller caller, long incidentId);

    /**
     * The colleague is on it from now on.
     *
     * @param colleague one of {@link #colleagues}
     * @param note what they should know, at most {@link #LONGEST_NOTE} characters; may be blank
     */
    Deed handOver(StaffCaller caller, long incidentId, int version, int colleague, String note, Instant now);

    /** These steps of the checklist are done; where one demands an emergency call, it holds and the call was made. */
    Deed check(StaffCaller caller, long incidentId, int version, Set<Long> steps, Instant now);

    /**
     * A step was ticked by mistake: it can be ticked again. The tick stays in the timeline, and this beside it.
     *
     * @param reason at most {@link #LONGEST_NOTE} characters
     */
    Deed takeBack(StaffCaller caller, long incidentId, int version, long step, String reason, Instant now);

    /**
     * The sheet for a print-out that leaves the house, such as for the police.
     *
     * @param purpose for whom and what for, written into the audit log
     */
    Optional<IncidentSheet> print(StaffCaller caller, long incidentId, String purpose, Instant now);

    /**
     * Ends the incident and its question. Where the person is well, everybody who was alerted reads so. Where they have
     * died, they are asked no more, everything that is open about them ends, and those who watch them read that staff
     * will speak with them. Of anything else nothing is sent.
     *
     * @param reason how it was found out, at most {@link #LONGEST_NOTE} characters
     */
    Deed close(StaffCaller caller, long incidentId, int version, IncidentOutcome outcome, String reason, Instant now);
}
