package jp.anpi.foundation;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/**
 * What may be logged of a failure: its kind and where it happened. Its texts never: those of a database and of parsers
 * quote what a person wrote and whose it was.
 */
public final class FailureSummary {

    private static final String OURS = "jp.anpi.";

    private FailureSummary() {}

    /** For example {@code PSQLException 23505 at WebhookEvents.store:41}. */
    public static String of(Throwable failure) {
        Throwable root = failure;
        Optional<String> place = place(failure);
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
            Optional<String> outer = place;
            place = place(root).or(() -> outer);
        }
        String kind = root.getClass().getSimpleName();
        String state = root instanceof SQLException sql ? " " + sql.getSQLState() : "";
        return kind + state + place.map(" at "::concat).orElse("");
    }

    private static Optional<String> place(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame -> frame.getClassName().replaceFirst(".*\\.", "") + "." + frame.getMethodName() + ":"
                        + frame.getLineNumber());
    }
}
