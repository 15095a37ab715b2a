package jp.anpi.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A subject's schedule as it stands.
 *
 * @param nextDueAt empty while nothing can be delivered
 * @param pausedUntil last day of a pause that has not ended, inclusive
 * @param openState state of the open check-in
 * @param lastOkAt the last sign of life
 */
public record ScheduleView(
        long id,
        Subject subject,
        Rhythm rhythm,
        Optional<Instant> nextDueAt,
        Optional<LocalDate> pausedUntil,
        Optional<CheckInState> openState,
        Optional<Instant> lastOkAt) {}
