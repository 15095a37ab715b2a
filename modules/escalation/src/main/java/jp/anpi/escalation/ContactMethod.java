package jp.anpi.escalation;

/** How staff tried to reach somebody. */
public enum ContactMethod {
    PHONE,
    VISIT,
    LINE,
    MAIL,
    /** A neighbour, a relative, another office. */
    THIRD_PARTY
}
