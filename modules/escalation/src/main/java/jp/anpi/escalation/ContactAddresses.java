package jp.anpi.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.anpi.messaging.ContactWay;

/**
 * Where watchers are told what LINE does not take (E-9).
 *
 * <p>An address counts only once it was confirmed by a link that was sent to it. It is kept sealed, and goes with the
 * member.
 */
public interface ContactAddresses {

    /** How many links a member may ask for in 24 hours: nobody is to flood a stranger's mailbox. */
    int MOST_LINKS_A_DAY = 5;

    /**
     * What a member left for one way.
     *
     * @param confirmed the address that counts
     * @param waiting an address whose link was not opened yet; it replaces the other when it is
     */
    record Left(ContactWay way, Optional<String> confirmed, Optional<String> waiting) {}

    /** What became of an address that was left. */
    enum Outcome {
        /** A link is on its way to it. */
        LINK_SENT,
        /** It is the one that counts already. */
        KNOWN,
        /** It is no address of this way. */
        UNREADABLE,
        /** Too many links within a day. */
        TOO_MANY
    }

    /** One for each way that this installation offers; none where it offers none. */
    List<Left> of(int organizationId, long memberId);

    /** Keeps the address and sends it a link; another one that waits is forgotten. */
    Outcome leave(int organizationId, long memberId, ContactWay way, String typed, Instant now);

    /** Forgets both addresses of this way, and whatever still waits to be sent to them. */
    void remove(int organizationId, long memberId, ContactWay way, Instant now);

    /**
     * Uses the link up.
     *
     * @return the way that is confirmed now; empty when the link is unknown, used or too old
     */
    Optional<ContactWay> confirm(String token, Instant now);
}
