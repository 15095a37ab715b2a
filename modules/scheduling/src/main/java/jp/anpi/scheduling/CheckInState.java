package jp.anpi.scheduling;

/** Where a check-in stands (check-in engine, states). */
public enum CheckInState {
    /** Decided, not yet accepted by the channel. */
    PENDING,
    /** We could not ask. Never counts as silence (E-8). */
    HELD,
    /** Accepted; the clock runs from that instant (E-2). */
    SENT,
    /** Asked again. */
    REMINDED,
    /** Watchers, staff or the group were told. */
    ALERTED,
    /** The participant asked for help (E-11). */
    NEED_HELP,
    CONFIRMED,
    CONFIRMED_LATE,
    CLOSED_BY_STAFF,
    CLOSED_BY_WATCHER,
    /** Away (E-10). */
    SKIPPED,
    /** The subject blocked us (E-14). */
    UNREACHABLE,
    /** The next one came due before this one could be asked. */
    SUPERSEDED,
    /** The subject left. */
    CANCELLED;

    /** Open check-ins have a question or a person waiting. */
    public boolean open() {
        return ordinal() <= NEED_HELP.ordinal();
    }
}
