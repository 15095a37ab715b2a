package jp.anpi.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything about one incident that the caller may see.
 *
 * @param participantId whom it is about; empty once they have left
 * @param version stands for all that is on the sheet: what staff do names the version that they have seen
 * @param nickname empty also where the role may not see it
 * @param closedAt empty while it is open
 * @param outcome how it ended, an {@link IncidentOutcome} or a word of the engine's
 * @param timeline the oldest first
 * @param protocol the organization's checklist, with what was ticked
 */
public record IncidentSheet(
        OpenIncident incident,
        Optional<Long> participantId,
        int version,
        Optional<String> nickname,
        Optional<Instant> closedAt,
        Optional<String> outcome,
        List<TimelineEntry> timeline,
        List<ProtocolCheck> protocol) {

    public boolean open() {
        return closedAt.isEmpty();
    }
}
