package jp.anpi.foundation;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What of a failure may stand in a log: what kind it was and where it happened.
 *
 * <p>Never its texts, for those of databases, parsers and HTTP clients quote what a person wrote or who it was.
 */
public final class FailureSummary {

    private static final String OURS = "jp.anpi.";
    private static final int DEEPEST = 10;

    private FailureSummary() {}

    /** For example {@code EJBException < PSQLException 23505 at OutboxTable.claim:88}. */
    public static String of(Throwable failure) {
        List<String> kinds = new ArrayList<>();
        String place = "";
        for (Throwable each = failure; each != null && kinds.size() < DEEPEST; each = each.getCause()) {
            kinds.add(kind(each));
            // The innermost of our own places is the nearest to the cause.
            place = Arrays.stream(each.getStackTrace())
                    .filter(frame -> frame.getClassName().startsWith(OURS))
                    .findFirst()
                    .map(FailureSummary::place)
                    .orElse(place);
        }
        return String.join(" < ", kinds) + place;
    }

    private static String kind(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        return failure instanceof SQLException sql ? name + " " + sql.getSQLState() : name;
    }

    private static String place(StackTraceElement frame) {
        String type = frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
        return " at " + type + "." + frame.getMethodName() + ":" + frame.getLineNumber();
    }
}
