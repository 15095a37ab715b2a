package jp.anpi.messaging;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The module that enqueued a kind of message: decides until the last moment, and is told the outcome.
 *
 * <p>All methods work on many messages at once and run in the sender's transaction, so that outcome and consequence
 * are kept together or not at all.
 */
public interface DeliveryOwner {

    /** The kinds it owns; no two owners share one. */
    Set<String> kinds();

    /**
     * Looks at the state once more right before a sending (E-6).
     *
     * @return for each message id the recipients who shall still get it; a missing id means nobody
     */
    Map<UUID, Set<Long>> stillWanted(List<OutboxMessage> messages);

    /**
     * Messages that must not go out yet although they could, such as a late question at night (E-8).
     *
     * @return for those, by message id, the instant to look again
     */
    default Map<UUID, Instant> notBefore(List<OutboxMessage> messages, Instant now) {
        return Map.of();
    }

    /** An attempt begins: from here on people may see these, even if we never hear of it. */
    default void announced(Collection<OutboxMessage> messages, Instant at) {}

    /** The announced attempt certainly reached nobody. */
    default void unseen(Collection<OutboxMessage> messages, Instant at) {}

    /** The channel accepted these at the given instant: the clock of what they ask starts (E-2). */
    void accepted(List<OutboxMessage> messages, Instant at);

    /** These could not be sent now, or must wait until the quota allows it: nobody's silence (E-8, E-9). */
    void postponed(List<OutboxMessage> messages, Instant at);

    /** The channel may or may not have got these: an attempt ended without an answer. */
    default void uncertain(Collection<OutboxMessage> messages, Instant at) {}

    /**
     * The channel refused these and will for long: each for a single recipient, as such; or, whatever they are, because
     * the month's messages are used up or because of their words; or they cannot be worked at all, and have no content
     * here. They are tried again for a while, but nothing should wait for it.
     */
    default void refused(List<OutboxMessage> messages, Instant at) {}

    /** These will not be sent any more. */
    default void dropped(Collection<OutboxMessage> messages, Instant at) {}

    /** A message goes on under other ids: split because one recipient spoils it, or because its retry key is too old. */
    default void replaced(OutboxMessage message, List<OutboxMessage> parts) {}
}
