package jp.anpi.line.internal.channel;

import java.io.IOException;

/** No answer of LINE's came: no connection, a time-out, no token. */
class NoAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean written;

    /** @param written whether the request had gone out, so that LINE may have taken it */
    NoAnswerException(String reason, boolean written) {
        super(reason);
        this.written = written;
    }

    boolean written() {
        return written;
    }
}
