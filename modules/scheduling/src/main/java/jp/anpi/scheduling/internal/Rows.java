package jp.anpi.scheduling.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.anpi.foundation.DueRow;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads column values that JDBC has no plain getter for. */
final class Rows {

    private Rows() {}

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(instant(row, column));
    }

    static List<Integer> smallIntegers(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Short[]) row.getArray(column).getArray())
                .map(Short::intValue)
                .toList();
    }

    static DueRow dueRow(ResultSet row, StatementContext context) throws SQLException {
        return new DueRow(row.getInt("organization_id"), row.getLong("id"));
    }

    static Long optionalLong(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
