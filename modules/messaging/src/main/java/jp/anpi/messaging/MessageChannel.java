package jp.anpi.messaging;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The way to people's phones; implemented by the adapter of a messaging platform. */
public interface MessageChannel {

    /**
     * Makes ready to send these, so that what they all need, such as addresses, is looked up once. To be used at once
     * and in the same transaction.
     */
    Sending prepare(List<OutboxMessage> messages);

    /** Sends one message that is about nobody else's. */
    default CompletionStage<Delivery> send(OutboxMessage message) {
        return prepare(List.of(message)).send(message, false);
    }

    /** Empty when the platform does not say now. */
    Optional<QuotaReading> readQuota(int organizationId);

    /** The way for messages that were made ready. */
    interface Sending {

        /**
         * Renders and sends one of them with its id as the retry key. Never completes exceptionally: every failure is
         * one of the outcomes. May be called for the next before the one before has its outcome.
         *
         * @param triedWithSeveral whether it was tried for several before: for the channel it must stay the same request
         */
        CompletionStage<Delivery> send(OutboxMessage message, boolean triedWithSeveral);
    }
}
