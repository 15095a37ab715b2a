package jp.anpi.townlife;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;

/** A stretch in which the service could not ask, or could not hear (E-8). */
record Disturbance(Kind kind, Instant began, Instant ended) {

    /** What went wrong. */
    enum Kind {
        /** The process was ended in order, and started again later. */
        STOPPED,
        /** Process and database were killed, with answers stored that nobody had worked yet. */
        KILLED,
        /** LINE refuses every request. */
        LINE_DOWN,
        /** LINE delivers no webhook. */
        WEBHOOKS_LOST;

        boolean ofTheProcess() {
            return this == STOPPED || this == KILLED;
        }
    }

    private static final int WINDOW_OPENS = 6;
    private static final int WINDOW_CLOSES = 22;

    /** Longest back-off of a message that could not be sent; a process that starts sends at once. */
    private static final Duration RETRY = Duration.ofMinutes(16);

    boolean overlaps(Instant from, Instant until) {
        return began.isBefore(until) && ended.isAfter(from);
    }

    /** When at the latest everybody has been asked again: late messages wait for 6:00 to 22:00. */
    Instant askedAgainBy() {
        ZonedDateTime local =
                ended.plus(kind.ofTheProcess() ? Duration.ofMinutes(1) : RETRY).atZone(Grid.TOKYO);
        if (local.getHour() >= WINDOW_OPENS && local.getHour() < WINDOW_CLOSES) {
            return local.toInstant();
        }
        ZonedDateTime opens = local.toLocalDate().atTime(WINDOW_OPENS, 1).atZone(Grid.TOKYO);
        return (local.getHour() < WINDOW_OPENS ? opens : opens.plusDays(1)).toInstant();
    }
}
