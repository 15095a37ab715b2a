package jp.anpi.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What all nodes together know of the contact with the outside, each way by itself: nobody's silence may be counted
 * while we cannot hear (E-8).
 */
public interface ChannelContact {

    /** One way of the contact. */
    enum Way {
        /** We speak: the platform answers our requests. */
        OUT,
        /** We hear: what people do reaches us. */
        IN
    }

    /**
     * A way that failed and has not been looked after since.
     *
     * @param since when it may have ceased to work: the last proof, or the first failure where that is known for certain
     * @param outageAt if it does not work again before, it is an outage; up to here it is a hiccup
     * @param restoredAt when it worked again for the first time
     * @param questions how often it was asked for in vain
     * @param nextQuestionAt when to ask again
     */
    record Doubt(
            int organizationId,
            Way way,
            Instant since,
            Instant outageAt,
            Optional<Instant> restoredAt,
            int questions,
            Instant nextQuestionAt) {}

    /** Every doubt, those that are over included. */
    List<Doubt> doubts();

    /** Whether this node noticed something that none of the questions below has taken into account yet. */
    boolean hasNews();

    /** Organizations whose contact is without a doubt and was proven at this instant or later. */
    Set<Integer> proven(Way way, Instant since);

    /** Organizations whose contact is without a doubt, and was neither proven nor asked about after this instant. */
    Set<Integer> unlookedAt(Way way, Instant since);

    /**
     * Reserves a question about a way without a doubt, so that the nodes do not all ask.
     *
     * @param notSince whether somebody asked after this instant
     * @return whether the caller is to ask
     */
    boolean mayAsk(int organizationId, Way way, Instant now, Instant notSince);

    /** The same for a doubt whose question is due. */
    boolean mayAskAgain(Doubt doubt, Instant now, Instant nextQuestionAt);

    /** Whether the doubt stands unrestored; it then stays so until the caller's transaction ends. */
    boolean stands(Doubt doubt);

    /**
     * Ends a restored doubt, in the caller's transaction.
     *
     * @return false when somebody else was first, or it failed again meanwhile
     */
    boolean settle(Doubt doubt);
}
