package jp.anpi.announcements;

/** Where an announcement stands; what leads where is said by {@link AnnouncementTransition}. */
public enum AnnouncementState {
    /** May be edited; nobody sees it. */
    DRAFT,
    WAITING_FOR_APPROVAL,
    /** Goes out by itself at its time. */
    SCHEDULED,
    SENDING,
    /** Whoever did not have it by then does not get it; nobody has where it never began. */
    STOPPED,
    /** Everybody had it, or cannot get it. */
    DONE
}
