package jp.anpi.messaging;

/** The order of sending: a flood of one never delays a higher one (E-9). */
public enum Priority {
    ALERT,
    REMINDER,
    CHECK_IN,
    ANNOUNCEMENT
}
