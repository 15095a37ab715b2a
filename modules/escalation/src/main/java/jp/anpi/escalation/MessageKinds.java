package jp.anpi.escalation;

/** Kinds of messages that this module enqueues; the channel renders them. */
public final class MessageKinds {

    /** Content: {@code number} of the participant; {@code hours} since the question. */
    public static final String ALERT = "ALERT";

    /** The participant asked for help. Content: {@code number}. */
    public static final String HELP_ALERT = "HELP_ALERT";

    /** The participant blocked the account. Content: {@code number}. */
    public static final String UNREACHABLE_NOTICE = "UNREACHABLE_NOTICE";

    /** Content: {@code number} of the participant. */
    public static final String REACHABLE_AGAIN = "REACHABLE_AGAIN";

    /** A late OK. Content: {@code number}, {@code at} (instant of the OK). */
    public static final String ALL_CLEAR = "ALL_CLEAR";

    /** Another watcher is on it, or staff are. Content: {@code number}; {@code staff} where it is staff. */
    public static final String TAKEN = "TAKEN";

    /** Another watcher found the person well, or staff did. Content: {@code number}; {@code staff} where it was staff. */
    public static final String CLOSED = "CLOSED";

    /** Staff take it from here, and nobody is asked any more. Content: {@code number} of the participant. */
    public static final String ASKING_ENDED = "ASKING_ENDED";

    /** Staff let the questions begin again. Content: {@code number} of the participant. */
    public static final String ASKING_RESUMED = "ASKING_RESUMED";

    /** Staff took the watcher out of a team, and with it some of whom they watched. No content. */
    public static final String TEAM_LEFT = "TEAM_LEFT";

    /**
     * Staff ended a team. Content: {@code participant} where they were watched there, {@code alone} or {@code watched} from
     * now on; {@code watcher} where they watched; {@code lead} where they led it;
     * {@code elsewhere} where they are in other teams: the name of this one was typed by somebody, and is not pushed.
     */
    public static final String TEAM_ENDED = "TEAM_ENDED";

    /** Staff took the end of a team back. Content as that of {@link #TEAM_ENDED}. */
    public static final String TEAM_RESUMED = "TEAM_RESUMED";

    /** A participant left the service. Content: {@code number}. */
    public static final String PARTICIPANT_LEFT = "PARTICIPANT_LEFT";

    /** Staff took the recipient out, who had asked for it: the last message to somebody who is a member no more. No content. */
    public static final String FAREWELL = "FAREWELL";

    /** Somebody watches the participant from now on. Content: {@code number} of the watcher. */
    public static final String WATCHER_JOINED = "WATCHER_JOINED";

    /** The watcher watches one more person from now on. Content: {@code number} of the participant. */
    public static final String PARTICIPANT_JOINED = "PARTICIPANT_JOINED";

    /**
     * Staff made the member a watcher of some. Content: {@code numbers} of those watched from now on, a few of them,
     * with commas between; {@code more}, how many beyond those; neither where there is nobody yet.
     */
    public static final String ADDED_AS_WATCHER = "ADDED_AS_WATCHER";

    /** Staff had the participant watched by some more. Content as that of {@link #ADDED_AS_WATCHER}, of the watchers. */
    public static final String ADDED_AS_PARTICIPANT = "ADDED_AS_PARTICIPANT";

    /** A participant wants this watcher no more. Content: {@code number} of the participant. */
    public static final String WATCH_ENDED = "WATCH_ENDED";

    /** The last watcher left: the participant has nobody. No content. */
    public static final String NO_WATCHER_LEFT = "NO_WATCHER_LEFT";

    private MessageKinds() {}
}
