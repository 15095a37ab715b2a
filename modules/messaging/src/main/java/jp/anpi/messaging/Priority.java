package jp.anpi.messaging;

/** The order of sending: a flood of one never delays a higher one (E-9). */
public enum Priority {
    ALERT,
    REMINDER,
    CHECK_IN,
    ANNOUNCEMENT;

    /** Whether it is held back when the month's messages run short; the others go on to the last message. */
    public boolean mayWait() {
        return this == CHECK_IN || this == ANNOUNCEMENT;
    }
}
