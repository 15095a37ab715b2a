package jp.anpi.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.anpi.membership.StaffCaller;

/** What staff do about somebody's questions (E-10). */
public interface StaffSchedules {

    /** The longest reason, in characters. */
    int LONGEST_REASON = 200;

    /** Days away, both inclusive, and who wanted it why. */
    record Pause(
            LocalDate firstDay, LocalDate lastDay, Optional<String> reason, Actor setBy, Optional<Instant> endedAt) {}

    /** What became of a wish; only {@link #DONE} has changed anything. */
    enum Outcome {
        DONE,
        /** There is no such participant, or the caller may not see them. */
        UNKNOWN,
        /** A pause ends between today and {@link LongestPause}. */
        DAY_IMPOSSIBLE,
        REASON_MISSING,
        REASON_TOO_LONG,
        /** Nobody asks them: they chose no time yet. */
        NOT_ASKED,
        NOT_AWAY
    }

    /** The latest first. */
    List<Pause> pauses(StaffCaller caller, long participantId, int most);

    /** Whoever of a list is away, with the last day of it; nobody whom the caller may not see. */
    Map<Long, LocalDate> away(StaffCaller caller, Collection<Long> participants, Instant now);

    /** No questions until the end of that day; the person reads so. */
    Outcome pause(StaffCaller caller, long participantId, LocalDate lastDay, String reason, Instant now);

    /** Ends a pause now. */
    Outcome resume(StaffCaller caller, long participantId, Instant now);
}
