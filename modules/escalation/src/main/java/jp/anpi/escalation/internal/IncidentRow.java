package jp.anpi.escalation.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import jp.anpi.escalation.IncidentCause;

/** An incident as it stands in its table. */
record IncidentRow(
        long id,
        int organizationId,
        Optional<Long> checkInId,
        Optional<Instant> checkInOpenedAt,
        Optional<Long> subjectId,
        IncidentCause cause,
        Instant openedAt,
        Optional<Long> takenBy,
        Optional<Instant> lastOkAt,
        boolean closed) {

    static final String COLUMNS = "id, organization_id, check_in_id, check_in_opened_at, subject_id, cause, opened_at,"
            + " taken_by, last_ok_at, closed_at";

    /** Whether there is anything that a watcher can do about it: it is open, and the person has not left. */
    boolean concernsWatchers() {
        return !closed && subjectId.isPresent();
    }

    static IncidentRow of(ResultSet row) throws SQLException {
        return new IncidentRow(
                row.getLong("id"),
                row.getInt("organization_id"),
                optionalLong(row, "check_in_id"),
                Times.instant(row, "check_in_opened_at"),
                optionalLong(row, "subject_id"),
                IncidentCause.valueOf(row.getString("cause")),
                Times.instant(row, "opened_at").orElseThrow(),
                optionalLong(row, "taken_by"),
                Times.instant(row, "last_ok_at"),
                Times.instant(row, "closed_at").isPresent());
    }

    private static Optional<Long> optionalLong(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }
}
