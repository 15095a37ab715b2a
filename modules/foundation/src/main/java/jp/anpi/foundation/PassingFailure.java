package jp.anpi.foundation;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import org.jdbi.v3.core.ConnectionException;

/**
 * Tells a failure of the moment from one of the row that is worked: a lost connection, a full disk, a server that is
 * going down or two transactions in each other's way say nothing about the row, and nobody's alert may be set aside for
 * it (E-20).
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL error codes</a>
 */
public final class PassingFailure {

    /**
     * Connections, transactions that were rolled back for another's sake, resources, locks not to be had, operators who
     * intervene, the system underneath; and a transaction that was idle for too long, because its node was frozen.
     */
    private static final List<String> OF_THE_MOMENT = List.of("08", "40", "53", "55P03", "57P", "58", "25P03");

    private static final int DEEPEST = 20;

    private PassingFailure() {}

    /** Whether the same may well succeed a little later. */
    public static boolean is(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(PassingFailure::ofTheMoment);
    }

    /** Throws it on where it passes: whoever tries again later will fare better. */
    public static void rethrow(RuntimeException failure) {
        if (is(failure)) {
            throw failure;
        }
    }

    private static boolean ofTheMoment(Throwable failure) {
        if (failure instanceof SQLException sql && sql.getSQLState() != null) {
            return OF_THE_MOMENT.stream().anyMatch(sql.getSQLState()::startsWith);
        }
        // No connection was to be had, or it was lost while the transaction ended.
        return failure instanceof ConnectionException || failure instanceof XAException;
    }
}
