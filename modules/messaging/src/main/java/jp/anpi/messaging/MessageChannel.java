package jp.anpi.messaging;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The way to people's phones; implemented by the adapter of a messaging platform. */
public interface MessageChannel {

    /**
     * Renders and sends one message with its id as the retry key. Never completes exceptionally: every failure is one
     * of the outcomes. May be called from several threads, and many at a time.
     */
    CompletionStage<Delivery> send(OutboxMessage message);

    /** Empty when the platform does not say now. */
    Optional<QuotaReading> readQuota(int organizationId);
}
