package jp.anpi.escalation;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of an incident's timeline.
 *
 * @param source whose record it is
 * @param kind what happened, by the name it has there
 * @param actor SYSTEM, PARTICIPANT, WATCHER or STAFF
 * @param staff who of the staff
 * @param note what was written down, or the reason's name
 * @param to whom of the staff it was handed over to
 * @param count of people, where it concerns several
 */
public record TimelineEntry(
        Instant at,
        Source source,
        String kind,
        String actor,
        Optional<String> staff,
        Optional<ContactMethod> method,
        Optional<ContactResult> result,
        Optional<String> note,
        Optional<String> nextStep,
        Optional<Instant> nextStepAt,
        Optional<String> to,
        int count) {

    /** Where a line comes from. */
    public enum Source {
        /** The question and its follow-ups. */
        CHECK_IN,
        /** What was sent to watchers. */
        NOTICE,
        /** What people and the service did about the incident. */
        INCIDENT
    }

    /** A line with nothing to it but what happened, by whom and of how many. */
    public static TimelineEntry plain(Instant at, Source source, String kind, String actor, int count) {
        return new TimelineEntry(
                at,
                source,
                kind,
                actor,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                count);
    }
}
