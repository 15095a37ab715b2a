package jp.anpi.escalation;

import java.time.Instant;
import java.util.Optional;

/**
 * An incident in a list of staff: what has to be known before it is opened, and no name.
 *
 * @param number registration number of whom it is about; empty for a group, or once they have left
 * @param lastOkAt the last sign of life, as long as it is open; before it once it is closed
 * @param askedAt when the question was first asked that is behind it (E-2); empty where there is none, or none any more
 * @param nobodyToTell no watcher could be told (E-13)
 * @param staffTold whether it is waiting for staff already, rather than for a watcher
 * @param told how many watchers were told
 * @param staffAt when staff are told unless a watcher takes it before
 * @param takenByWatcher whether a watcher is on it
 * @param assignee who of the staff is on it
 * @param nextStep what is to be done next, and until when
 */
public record OpenIncident(
        long id,
        Optional<String> number,
        IncidentCause cause,
        Urgency urgency,
        Instant openedAt,
        Optional<Instant> lastOkAt,
        Optional<Instant> askedAt,
        boolean nobodyToTell,
        boolean staffTold,
        int told,
        Optional<Instant> staffAt,
        boolean takenByWatcher,
        Optional<String> assignee,
        Optional<String> nextStep,
        Optional<Instant> nextStepAt) {

    /** Since when there is no sign of life: since the last one, or where there never was any, since the question. */
    public Optional<Instant> silentSince() {
        return lastOkAt.or(() -> askedAt);
    }
}
