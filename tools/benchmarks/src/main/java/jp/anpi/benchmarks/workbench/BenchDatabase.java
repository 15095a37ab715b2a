package jp.anpi.benchmarks.workbench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.anpi.launcher.EmbeddedDatabase;
import jp.anpi.launcher.LaunchFailure;

/** One connection of a benchmark; each statement is a transaction unless {@link #together} says otherwise. */
public final class BenchDatabase implements AutoCloseable {

    private final Connection connection;

    private BenchDatabase(Connection connection) {
        this.connection = connection;
    }

    /** Opens one. */
    public static BenchDatabase open(EmbeddedDatabase database) {
        try {
            return new BenchDatabase(DriverManager.getConnection(database.url(), database.user(), database.password()));
        } catch (SQLException refused) {
            throw new LaunchFailure("the benchmark cannot reach the database", refused);
        }
    }

    /** Runs a statement whatever it returns. */
    public void execute(String sql, Object... values) {
        try (PreparedStatement statement = prepare(sql, values)) {
            statement.execute();
        } catch (SQLException failed) {
            throw new LaunchFailure("SQL of the benchmark failed: " + sql, failed);
        }
    }

    /** The number that a query finds. */
    public long number(String sql, Object... values) {
        return query(sql, row -> row.getLong(1), values);
    }

    /** The instant that a query finds. */
    public Instant instant(String sql, Object... values) {
        return query(sql, row -> row.getTimestamp(1).toInstant(), values);
    }

    /** Runs statements in one transaction. */
    public void together(Runnable statements) {
        try {
            connection.setAutoCommit(false);
            statements.run();
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException failed) {
            throw new LaunchFailure("a transaction of the benchmark failed", failed);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException gone) {
            // The database ends next, and with it the connection.
        }
    }

    /** Reads one row. */
    public interface Reading<T> {
        /** @throws SQLException when the row does not hold what is wanted */
        T of(ResultSet row) throws SQLException;
    }

    /** All rows that a query finds. */
    public <T> List<T> list(String sql, Reading<T> reading, Object... values) {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet row = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(reading.of(row));
            }
            return rows;
        } catch (SQLException failed) {
            throw new LaunchFailure("SQL of the benchmark failed: " + sql, failed);
        }
    }

    private <T> T query(String sql, Reading<T> reading, Object... values) {
        return list(sql, reading, values).get(0);
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
