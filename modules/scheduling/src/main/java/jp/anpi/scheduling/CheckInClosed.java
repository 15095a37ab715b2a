package jp.anpi.scheduling;

import java.time.Instant;

/** An open check-in ended without the subject's own answer: pause, leaving. */
public record CheckInClosed(OpenCheckIn checkIn, CheckInState state, Instant at) {}
