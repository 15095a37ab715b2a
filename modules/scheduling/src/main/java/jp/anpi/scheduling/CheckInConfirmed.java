package jp.anpi.scheduling;

import java.time.Instant;

/**
 * The subject answered an open check-in; fired inside the answer's transaction.
 *
 * @param late whether somebody had been told
 */
public record CheckInConfirmed(OpenCheckIn checkIn, boolean late, Instant at) {}
