package jp.anpi.resident.internal.page;

import java.util.Locale;
import java.util.Optional;
import jp.anpi.scheduling.CheckInState;

/** What became of a day. The later in this order, the more it matters on a day with several. */
public enum Mark {
    NONE,
    /** No question on that day, or before it. */
    AWAY,
    /** We could not ask, which is nobody's silence (E-8). */
    NOT_ASKED,
    ANSWERED,
    /** Somebody else made sure that all is well. */
    SEEN_BY_OTHERS,
    /** Answered after somebody had been told. */
    LATE,
    /** Asked, and the answer is awaited. */
    WAITING,
    /** Asked for help; somebody will get in touch. */
    HELP;

    /** Name in the style sheet. */
    public String style() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Mark> of(CheckInState state) {
        return Optional.of(
                        switch (state) {
                            case SENT, REMINDED, ALERTED -> WAITING;
                            case NEED_HELP -> HELP;
                            case CONFIRMED -> ANSWERED;
                            case CONFIRMED_LATE -> LATE;
                            case CLOSED_BY_STAFF, CLOSED_BY_WATCHER -> SEEN_BY_OTHERS;
                            case SKIPPED -> AWAY;
                            case HELD, UNREACHABLE, SUPERSEDED -> NOT_ASKED;
                            case PENDING, CANCELLED -> NONE;
                        })
                .filter(mark -> mark != NONE);
    }
}
