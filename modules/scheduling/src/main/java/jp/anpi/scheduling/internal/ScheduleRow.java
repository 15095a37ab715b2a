package jp.anpi.scheduling.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.Rhythm;
import jp.anpi.scheduling.Subject;

/** A schedule as it stands in its table. */
record ScheduleRow(
        long id,
        int organizationId,
        Subject subject,
        Rhythm rhythm,
        Instant nextDueAt,
        Long openCheckInId,
        Instant openSince,
        Optional<Instant> lastOkAt) {

    static final String COLUMNS = "id, organization_id, subject_kind, subject_id, interval, hours, anchor_date,"
            + " next_due_at, open_check_in_id, open_since, last_ok_at";

    static ScheduleRow of(ResultSet row) throws SQLException {
        return new ScheduleRow(
                row.getLong("id"),
                row.getInt("organization_id"),
                new Subject(Subject.Kind.valueOf(row.getString("subject_kind")), row.getLong("subject_id")),
                new Rhythm(
                        CheckInInterval.valueOf(row.getString("interval")),
                        Rows.smallIntegers(row, "hours"),
                        row.getObject("anchor_date", LocalDate.class)),
                Rows.instant(row, "next_due_at"),
                Rows.optionalLong(row, "open_check_in_id"),
                Rows.instant(row, "open_since"),
                Rows.optionalInstant(row, "last_ok_at"));
    }

    boolean hasOpenCheckIn() {
        return openCheckInId != null;
    }
}
