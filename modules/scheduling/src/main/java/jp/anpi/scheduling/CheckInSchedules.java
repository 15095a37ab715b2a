package jp.anpi.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Starting, changing, pausing and stopping a subject's questions (R-024, E-10). */
public interface CheckInSchedules {

    /**
     * Starts the questions, or changes the rhythm of those that run; the first falls at the next such hour.
     *
     * @throws IllegalArgumentException when the participant is no member of the organization
     */
    ScheduleView set(int organizationId, Subject subject, CheckInInterval interval, List<Integer> hours, Instant now);

    /** When the first question would fall if the rhythm were set now. */
    Instant firstQuestion(int organizationId, CheckInInterval interval, List<Integer> hours, Instant now);

    Optional<ScheduleView> of(int organizationId, Subject subject, Instant now);

    /**
     * No questions until the end of {@code lastDay}; an unanswered question is let go. Replaces an earlier pause.
     * A participant's own pause after an alert is a sign of life and gives the all-clear.
     *
     * @param reason short free text or empty
     * @return the schedule; empty when the subject has none
     * @throws IllegalArgumentException when the day lies before today or after {@link LongestPause}
     */
    Optional<ScheduleView> pause(
            int organizationId, Subject subject, LocalDate lastDay, Optional<String> reason, Actor setBy, Instant now);

    /** Ends a pause now; the original grid goes on. */
    Optional<ScheduleView> resume(int organizationId, Subject subject, Instant now);
}
