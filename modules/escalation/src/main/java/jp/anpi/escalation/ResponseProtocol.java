package jp.anpi.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.anpi.membership.StaffCaller;

/**
 * The checklist of an organization for its incidents: what to do in which order, and what makes somebody call 110 or 119
 * at once. What was ticked keeps the words that it had.
 */
public interface ResponseProtocol {

    int MOST_STEPS = 20;

    /** In characters. */
    int LONGEST_STEP = 200;

    /** @param call whom to call at once where it holds; empty for something to do */
    record Step(long id, String text, Optional<EmergencyCall> call) {}

    /** A step as it is typed; a blank one is left out. */
    record Draft(String text, Optional<EmergencyCall> call) {}

    /** What became of a change; only {@link #CHANGED} has changed anything. */
    enum Outcome {
        CHANGED,
        /** Somebody saved meanwhile. */
        CONFLICT,
        TOO_MANY,
        /** A step is too long or holds characters that cannot be used. */
        UNREADABLE,
        NOTHING_LEFT
    }

    /** In their order; an organization that has never changed it has ours. */
    List<Step> steps(StaffCaller caller);

    /** @param seen the highest id of those that were on the screen */
    Outcome change(StaffCaller caller, List<Draft> steps, long seen, Instant now);
}
