package jp.anpi.line.internal.channel;

import java.io.IOException;

/** LINE answered with success, but what it said besides could not be read: it has taken the request all the same. */
final class UnreadableSuccessException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableSuccessException() {
        super("Success with an unreadable body");
    }
}
