package jp.anpi.escalation;

import java.time.Instant;
import java.util.Optional;

/**
 * A step of the checklist beside an incident.
 *
 * @param checkedAt when it was first ticked; empty also where that was taken back
 * @param checkedBy who ticked it
 */
public record ProtocolCheck(ResponseProtocol.Step step, Optional<Instant> checkedAt, Optional<String> checkedBy) {

    public boolean checked() {
        return checkedAt.isPresent();
    }
}
