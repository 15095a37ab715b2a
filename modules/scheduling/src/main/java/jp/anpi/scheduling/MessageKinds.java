package jp.anpi.scheduling;

/** Kinds of messages that this module enqueues; the channel renders them. */
public final class MessageKinds {

    /** The question. Content: {@code day} (ISO date in the organization's zone), {@code hour}, {@code quote} yes or no. */
    public static final String QUESTION = "QUESTION";

    /** Asked again. Content as for the question, and {@code late}: yes after we could not ask. */
    public static final String REMINDER = "REMINDER";

    /**
     * A watcher or staff set a pause for the participant. Content: {@code lastDay} (ISO date); {@code setBy}, the
     * {@link Actor}; {@code next} (instant of the next question), where it is known.
     */
    public static final String PAUSE_SET = "PAUSE_SET";

    private MessageKinds() {}
}
