package jp.anpi.announcements;

/** How it stands with a participant's check-in at the moment. */
public enum CheckInStanding {
    /** Asked, perhaps twice, and not answered yet. */
    UNANSWERED,
    /** Somebody was told, or help was asked for. */
    ALERTED,
    /** On a pause today. */
    AWAY
}
