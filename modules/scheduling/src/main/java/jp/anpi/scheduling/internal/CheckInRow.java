package jp.anpi.scheduling.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.anpi.scheduling.CheckInState;
import jp.anpi.scheduling.OpenCheckIn;
import jp.anpi.scheduling.Subject;

/** A check-in as it stands in its table. */
record CheckInRow(
        long id,
        Instant openedAt,
        int organizationId,
        long scheduleId,
        Subject subject,
        CheckInState state,
        long policyId,
        UUID askId,
        boolean askAccepted,
        Instant sentAt,
        Instant askedAt,
        int missedSlots,
        int nextStep,
        Instant nextStepAt,
        Instant putOffUntil) {

    static final String COLUMNS = "id, opened_at, organization_id, schedule_id, subject_kind, subject_id, state,"
            + " policy_id, ask_id, ask_accepted, sent_at, asked_at, missed_slots, next_step, next_step_at,"
            + " put_off_until";

    static CheckInRow of(ResultSet row) throws SQLException {
        return new CheckInRow(
                row.getLong("id"),
                Rows.instant(row, "opened_at"),
                row.getInt("organization_id"),
                row.getLong("schedule_id"),
                new Subject(Subject.Kind.valueOf(row.getString("subject_kind")), row.getLong("subject_id")),
                CheckInState.valueOf(row.getString("state")),
                row.getLong("policy_id"),
                row.getObject("ask_id", UUID.class),
                row.getBoolean("ask_accepted"),
                Rows.instant(row, "sent_at"),
                Rows.instant(row, "asked_at"),
                row.getInt("missed_slots"),
                row.getInt("next_step"),
                Rows.instant(row, "next_step_at"),
                Rows.instant(row, "put_off_until"));
    }

    /** Whether the channel has ever taken the question. */
    boolean asked() {
        return sentAt != null;
    }

    /** Whether, after an outage, it stands at its last instant until the asking is accepted. */
    boolean waitsForAsking() {
        return !askAccepted && putOffUntil != null && putOffUntil.equals(nextStepAt);
    }

    /** Whether outages have put it off for as long as they may. */
    boolean putOffTo(Instant now) {
        return putOffUntil != null && !putOffUntil.isAfter(now);
    }

    OpenCheckIn event(Optional<Instant> lastOkAt) {
        return new OpenCheckIn(id, openedAt, organizationId, subject, policyId, Optional.ofNullable(sentAt), lastOkAt);
    }
}
