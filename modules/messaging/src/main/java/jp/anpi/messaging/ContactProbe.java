package jp.anpi.messaging;

import java.util.concurrent.CompletionStage;

/**
 * Asks for a proof of contact where none has come by itself (E-8); implemented by the adapter of a messaging platform.
 *
 * <p>Sends nothing to anybody. Neither method completes exceptionally.
 */
public interface ContactProbe {

    /** Whether the platform answers, be it with a refusal; without a channel to ask through it does not. */
    CompletionStage<Boolean> answers(int organizationId);

    /**
     * Whether what people do would reach us and could be kept. Where the platform cannot say, what it said last counts,
     * and at first only what we know of ourselves.
     */
    CompletionStage<Boolean> reachesUs(int organizationId);
}
