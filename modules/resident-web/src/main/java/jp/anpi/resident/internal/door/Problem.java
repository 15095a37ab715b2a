package jp.anpi.resident.internal.door;

import jakarta.faces.application.ViewExpiredException;

/**
 * What to tell somebody who could not be shown what they came for.
 *
 * @param status status of the answer
 */
record Problem(int status, Kind kind) {

    /** Each has a title and a text in the bundle. */
    enum Kind {
        /** The link or the session has ended: there is a new one in the chat. */
        ENDED,
        /** The page had been open too long for its button. */
        STALE,
        MISSING,
        OURS
    }

    /**
     * @param status null where nobody failed and the address was typed
     * @param exception null where none was thrown
     */
    static Problem of(Integer status, Class<?> exception) {
        if (exception != null && ViewExpiredException.class.isAssignableFrom(exception)) {
            return new Problem(403, Kind.STALE);
        }
        if (status == null) {
            return new Problem(404, Kind.MISSING);
        }
        return new Problem(status, kind(status));
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 401, 403, 410 -> Kind.ENDED;
            default -> status < 500 ? Kind.MISSING : Kind.OURS;
        };
    }
}
