package jp.anpi.system.chaos;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import jp.anpi.launcher.EmbeddedDatabase;

/** The rows of the nodes' common database: to move deadlines nearer, to see where a node is, and to hold it there. */
final class Rows {

    private final Supplier<EmbeddedDatabase> database;

    Rows(Supplier<EmbeddedDatabase> database) {
        this.database = database;
    }

    Connection connect() throws SQLException {
        EmbeddedDatabase running = database.get();
        return DriverManager.getConnection(running.url(), running.user(), running.password());
    }

    int change(String sql, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The first column of every row, as text. */
    List<String> column(String sql, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    long count(String sql, Object... parameters) {
        return Long.parseLong(column(sql, parameters).get(0));
    }

    /** Locks a table, so that whoever comes to it waits there until this is closed. */
    Hold hold(String table, String mode) {
        try {
            Connection connection = connect();
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("lock table " + table + " in " + mode + " mode");
            }
            return connection::close;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A lock to let go of. */
    interface Hold extends AutoCloseable {

        void letGo() throws SQLException;

        @Override
        default void close() {
            try {
                letGo();
            } catch (SQLException gone) {
                throw new IllegalStateException(gone);
            }
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
