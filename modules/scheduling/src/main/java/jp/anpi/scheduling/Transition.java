package jp.anpi.scheduling;

import static jp.anpi.scheduling.CheckInState.ALERTED;
import static jp.anpi.scheduling.CheckInState.CANCELLED;
import static jp.anpi.scheduling.CheckInState.CLOSED_BY_STAFF;
import static jp.anpi.scheduling.CheckInState.CLOSED_BY_WATCHER;
import static jp.anpi.scheduling.CheckInState.CONFIRMED;
import static jp.anpi.scheduling.CheckInState.CONFIRMED_LATE;
import static jp.anpi.scheduling.CheckInState.HELD;
import static jp.anpi.scheduling.CheckInState.NEED_HELP;
import static jp.anpi.scheduling.CheckInState.PENDING;
import static jp.anpi.scheduling.CheckInState.REMINDED;
import static jp.anpi.scheduling.CheckInState.SENT;
import static jp.anpi.scheduling.CheckInState.SKIPPED;
import static jp.anpi.scheduling.CheckInState.SUPERSEDED;
import static jp.anpi.scheduling.CheckInState.UNREACHABLE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * The one table of transitions. Java code and set-based SQL both move a check-in only along a row of it.
 *
 * <p>The name of the row is the reason in the log.
 */
public enum Transition {
    COULD_NOT_ASK(HELD, PENDING),
    QUESTION_ACCEPTED(SENT, PENDING, HELD),
    ASKED_AGAIN(REMINDED, SENT),
    STEP_REACHED(ALERTED, SENT, REMINDED),
    /** We may not have heard them, but outages have put the step off for as long as they may (E-8). */
    PUT_OFF_LONG_ENOUGH(ALERTED, SENT, REMINDED),
    OK_IN_TIME(CONFIRMED, PENDING, HELD, SENT, REMINDED),
    OK_AFTER_ALERT(CONFIRMED_LATE, ALERTED),
    HELP_ASKED(NEED_HELP, PENDING, HELD, SENT, REMINDED, ALERTED),
    WATCHER_CLOSED(CLOSED_BY_WATCHER, ALERTED, NEED_HELP),
    STAFF_CLOSED(CLOSED_BY_STAFF, PENDING, HELD, SENT, REMINDED, ALERTED, NEED_HELP),
    WENT_AWAY(SKIPPED, PENDING, HELD, SENT, REMINDED),
    BLOCKED(UNREACHABLE, PENDING, HELD, SENT, REMINDED, ALERTED, NEED_HELP),
    NEXT_CAME_DUE(SUPERSEDED, PENDING, HELD),
    LEFT(CANCELLED, PENDING, HELD, SENT, REMINDED, ALERTED, NEED_HELP);

    private final CheckInState target;
    private final Set<CheckInState> sources;

    Transition(CheckInState target, CheckInState... sources) {
        this.target = target;
        this.sources = EnumSet.copyOf(Arrays.asList(sources));
    }

    public CheckInState target() {
        return target;
    }

    public boolean allowedFrom(CheckInState state) {
        return sources.contains(state);
    }

    /** Whether it is the subject's sign of life. */
    public boolean answered() {
        return this == OK_IN_TIME || this == OK_AFTER_ALERT;
    }

    /** Names of the states it leads from, for SQL. */
    public String[] sources() {
        return sources.stream().map(Enum::name).toArray(String[]::new);
    }

    /**
     * @return the target
     * @throws IllegalStateException when the table has no such row
     */
    public CheckInState from(CheckInState state) {
        if (!allowedFrom(state)) {
            throw new IllegalStateException(name() + " does not lead from " + state);
        }
        return target;
    }
}
