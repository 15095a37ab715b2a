package jp.anpi.announcements;

/** Kinds of messages that this module enqueues; the channel renders them. */
public final class MessageKinds {

    /** Content: {@code announcement}, the id by which {@link AnnouncementTexts} knows its texts. */
    public static final String ANNOUNCEMENT = "ANNOUNCEMENT";

    private MessageKinds() {}
}
