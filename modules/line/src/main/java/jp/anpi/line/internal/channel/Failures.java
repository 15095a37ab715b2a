package jp.anpi.line.internal.channel;

import java.util.OptionalInt;

/** Finds what really happened inside the wrappings of futures and of the HTTP client. */
public final class Failures {

    private Failures() {}

    /** Our own exception in the chain of causes, or the failure itself. */
    static Throwable known(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof RefusedByLineException || each instanceof NoAnswerException) {
                return each;
            }
        }
        return failure;
    }

    /** The status that LINE refused with; empty when no answer came. */
    public static OptionalInt status(Throwable failure) {
        return known(failure) instanceof RefusedByLineException refused
                ? OptionalInt.of(refused.status())
                : OptionalInt.empty();
    }

    /** For logs: never more than a status and LINE's short message. */
    public static String summary(Throwable failure) {
        Throwable known = known(failure);
        if (known instanceof RefusedByLineException refused) {
            return refused.summary();
        }
        return known instanceof NoAnswerException
                ? known.getMessage()
                : known.getClass().getSimpleName();
    }
}
