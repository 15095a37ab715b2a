package jp.anpi.launcher.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.anpi.foundation.Settings.DatabaseAddress;
import jp.anpi.launcher.RunningDatabase;

/** Asks the database for every {@link Promise} that is not kept, all at the same moment, and changes nothing. */
final class DatabaseProbe {

    private DatabaseProbe() {}

    static List<String> findings(DatabaseAddress address, Instant now) throws SQLException {
        try (Connection connection = RunningDatabase.connect(address)) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (Statement limit = connection.createStatement()) {
                limit.execute("set local statement_timeout = '60s'");
            }
            List<String> findings = new ArrayList<>();
            for (Promise promise : Promise.values()) {
                finding(connection, promise, now).ifPresent(findings::add);
            }
            connection.rollback();
            return findings;
        }
    }

    private static Optional<String> finding(Connection connection, Promise promise, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(promise.sql())) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                long broken = row.getLong(1);
                String since = Optional.ofNullable(row.getObject(2, OffsetDateTime.class))
                        .map(instant -> ", since " + instant.toInstant())
                        .orElse("");
                return broken == 0 ? Optional.empty() : Optional.of(broken + " " + promise.broken() + since);
            }
        }
    }
}
