package jp.anpi.messaging;

import java.time.Instant;

/**
 * What the channel's adapter notices about its contact with the outside, in passing (E-8).
 *
 * <p>Cheap enough for every request and every delivery, on any thread: kept in memory until somebody reads
 * {@link ChannelContact}. Nothing here throws.
 */
public interface ContactNotes {

    /** The platform answered a request, be it with a refusal. */
    void answered(int organizationId, Instant at);

    /** A request got no answer, or one that says that the platform is out of order. */
    void unanswered(int organizationId, Instant at);

    /** What somebody did was taken in. */
    void heard(int organizationId, Instant at);

    /** What somebody did, certainly genuine, could not be taken in: it may be lost. */
    void missed(int organizationId, Instant at);

    /** The platform says that it cannot reach us, be it since when it may. */
    void outOfReach(int organizationId, Instant at);
}
