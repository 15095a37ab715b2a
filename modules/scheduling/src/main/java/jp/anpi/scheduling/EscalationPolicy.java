package jp.anpi.scheduling;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The ordered steps after a question, frozen into each check-in when it opens (E-7). A change is a new policy.
 *
 * @param answerWindow at least this long after we last asked before anybody is told (E-8)
 * @param takeOver how long an alert may stay untaken before the next audience is told (E-12)
 */
public record EscalationPolicy(
        long id,
        int organizationId,
        ServicePreset preset,
        Duration answerWindow,
        Duration takeOver,
        List<EscalationStep> steps) {

    /** The step that first tells somebody. */
    public Optional<EscalationStep> firstAlert() {
        return steps.stream()
                .filter(step -> step.action() != EscalationStep.Action.REMIND)
                .findFirst();
    }
}
