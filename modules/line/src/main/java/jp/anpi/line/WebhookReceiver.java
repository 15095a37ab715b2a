package jp.anpi.line;

import java.util.Optional;

/** Takes in what LINE posts: verifies the raw bytes, stores the events durably, and leaves the work to later. */
public interface WebhookReceiver {

    /** Goes the way of a delivery without one, so that the first does not wait for what is done only once. */
    void warmUp();

    /** What became of a delivery. */
    enum Receipt {
        /** Every event is stored, or had been before. */
        STORED,
        UNKNOWN_ORGANIZATION,
        /** No signature, or one that is not the channel's. */
        NOT_SIGNED,
        /** Signed, but no webhook body. */
        MALFORMED
    }

    /**
     * @param organizationKey empty means the first organization
     * @param signature value of {@code x-line-signature}
     * @param body the bytes as they came
     */
    Receipt receive(Optional<String> organizationKey, Optional<String> signature, byte[] body);
}
