package jp.anpi.line.internal.channel;

import java.io.IOException;

/** LINE, or something in front of it, answered with another status than success. */
final class RefusedByLineException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final boolean alreadyAccepted;
    private final boolean sentTwice;

    /**
     * @param message LINE's own short message, free of ids and tokens
     * @param alreadyAccepted whether LINE names an earlier request that it accepted
     * @param sentTwice whether the HTTP client had sent it more than once by itself
     */
    RefusedByLineException(int status, String message, boolean alreadyAccepted, boolean sentTwice) {
        super(message);
        this.status = status;
        this.alreadyAccepted = alreadyAccepted;
        this.sentTwice = sentTwice;
    }

    int status() {
        return status;
    }

    boolean alreadyAccepted() {
        return alreadyAccepted;
    }

    boolean sentTwice() {
        return sentTwice;
    }

    /** For logs and for staff. */
    String summary() {
        return getMessage().isEmpty() ? "HTTP " + status : "HTTP " + status + ": " + getMessage();
    }
}
