package jp.anpi.escalation;

/** What came of trying to reach somebody. */
public enum ContactResult {
    REACHED,
    NO_ANSWER,
    VOICEMAIL,
    LEFT_NOTE,
    REFUSED,
    WRONG_NUMBER
}
