package jp.anpi.line.internal.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.OptionalInt;

/** Finds what really happened inside the wrappings of futures, of the SDK and of the HTTP client. */
public final class Failures {

    private static final int SERVER_ERROR = 500;

    private Failures() {}

    /** One of {@link RefusedByLineException}, {@link NoAnswerException} and {@link UnreadableSuccessException}. */
    static IOException known(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof RefusedByLineException
                    || each instanceof NoAnswerException
                    || each instanceof UnreadableSuccessException) {
                return (IOException) each;
            }
            if (each instanceof JsonProcessingException) {
                // Errors are not read by the SDK, so this was the body of a success.
                return new UnreadableSuccessException();
            }
        }
        return new NoAnswerException(failure.getClass().getSimpleName(), true);
    }

    /** The status that LINE refused with; empty when no answer came. */
    public static OptionalInt status(Throwable failure) {
        return known(failure) instanceof RefusedByLineException refused
                ? OptionalInt.of(refused.status())
                : OptionalInt.empty();
    }

    /** Whether it was LINE that answered, and LINE is in order: then a refusal is an answer too. */
    public static boolean answered(Throwable failure) {
        IOException known = known(failure);
        return known instanceof UnreadableSuccessException
                || known instanceof RefusedByLineException refused && refused.status() < SERVER_ERROR;
    }

    /** For logs: never more than a status and LINE's short message. */
    public static String summary(Throwable failure) {
        IOException known = known(failure);
        return known instanceof RefusedByLineException refused ? refused.summary() : known.getMessage();
    }
}
