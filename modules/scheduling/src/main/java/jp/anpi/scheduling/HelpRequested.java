package jp.anpi.scheduling;

import java.time.Instant;

/** The participant asked for help (E-11); fired inside the answer's transaction. */
public record HelpRequested(OpenCheckIn checkIn, Instant at) {}
