package jp.anpi.benchmarks.wave;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import jp.anpi.launcher.EmbeddedDatabase;
import jp.anpi.launcher.LaunchFailure;

/** The one connection of the benchmark; each statement is a transaction. */
final class WaveDatabase implements AutoCloseable {

    private final Connection connection;

    private WaveDatabase(Connection connection) {
        this.connection = connection;
    }

    static WaveDatabase open(EmbeddedDatabase database) {
        try {
            return new WaveDatabase(DriverManager.getConnection(database.url(), database.user(), database.password()));
        } catch (SQLException refused) {
            throw new LaunchFailure("the benchmark cannot reach the database", refused);
        }
    }

    /** Runs a statement whatever it returns. */
    void execute(String sql, Object... values) {
        try (PreparedStatement statement = prepare(sql, values)) {
            statement.execute();
        } catch (SQLException failed) {
            throw new LaunchFailure("SQL of the benchmark failed: " + sql, failed);
        }
    }

    long number(String sql, Object... values) {
        return query(sql, row -> row.getLong(1), values);
    }

    Instant instant(String sql, Object... values) {
        return query(sql, row -> row.getTimestamp(1).toInstant(), values);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException gone) {
            // The database ends next, and with it the connection.
        }
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> T query(String sql, Reading<T> reading, Object... values) {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return reading.of(row);
        } catch (SQLException failed) {
            throw new LaunchFailure("SQL of the benchmark failed: " + sql, failed);
        }
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Instant instant) {
                value = instant.atOffset(ZoneOffset.UTC);
            } else if (value instanceof UUID[] ids) {
                value = connection.createArrayOf("uuid", Arrays.copyOf(ids, ids.length, Object[].class));
            }
            statement.setObject(i + 1, value);
        }
        return statement;
    }
}
