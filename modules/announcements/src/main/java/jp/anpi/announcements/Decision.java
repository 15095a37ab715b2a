package jp.anpi.announcements;

/** What became of something that a member of staff wanted to do. */
public enum Decision {
    DONE,
    /** Somebody else changed it meanwhile: look again. */
    CHANGED_MEANWHILE,
    /** It stands where this is not possible, or is not there at all. */
    NOT_POSSIBLE,
    /** The team that it is for has ended. */
    TEAM_GONE,
    /** Whoever wrote or submitted it cannot be the second person. */
    SAME_PERSON
}
