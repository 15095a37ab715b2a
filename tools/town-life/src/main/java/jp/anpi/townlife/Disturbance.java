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
        /** LINE does not reach our webhook. */
        WEBHOOK_UNREACHABLE,
        /** The month's messages run short: questions may be held, but reminders and alerts go on (E-9). */
        QUOTA_SHORT;

        boolean ofTheProcess() {
            return this == STOPPED || this == KILLED;
        }

        /** Whether silence in it may be ours. */
        boolean hindersTalk() {
            return this != QUOTA_SHORT;
        }
    }

    private static final int WINDOW_OPENS = 6;
    private static final int WINDOW_CLOSES = 22;

    /** A process that starts sends at once; else it takes a while until contact is proven and a message tried again. */
    private static final Duration NOTICED = Duration.ofMinutes(21);

    /** The quota is read at least hourly. */
    private static final Duration RELIEVED = Duration.ofMinutes(76);

    /** When the product at the latest knows that it is over. */
    Instant noticed() {
        return ended.plus(
                switch (kind) {
                    case STOPPED, KILLED -> Duration.ofMinutes(1);
                    case LINE_DOWN, WEBHOOK_UNREACHABLE -> NOTICED;
                    case QUOTA_SHORT -> RELIEVED;
                });
    }

    boolean overlaps(Instant from, Instant until) {
        return began.isBefore(until) && ended.isAfter(from);
    }

    /** When at the latest everybody has been asked again: late messages wait for 6:00 to 22:00. */
    Instant askedAgainBy() {
        ZonedDateTime local = noticed().atZone(Grid.TOKYO);
        if (local.getHour() >= WINDOW_OPENS && local.getHour() < WINDOW_CLOSES) {
            return local.toInstant();
        }
        ZonedDateTime opens = local.toLocalDate().atTime(WINDOW_OPENS, 1).atZone(Grid.TOKYO);
        return (local.getHour() < WINDOW_OPENS ? opens : opens.plusDays(1)).toInstant();
    }
}
