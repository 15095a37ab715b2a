package jp.anpi.scheduling;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
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

    /**
     * First the one that has somebody told first; of equals the one whose alert staff take over first, then the one that
     * asks again first. The answer window and the id only make sure that there is an order.
     */
    private static final Comparator<EscalationPolicy> STRICTEST_FIRST = Comparator.comparing(
                    (EscalationPolicy policy) -> policy.firstAlert().orElseThrow(), EscalationStep.EARLIEST_FIRST)
            .thenComparing(EscalationPolicy::takeOver)
            .thenComparing(policy -> policy.steps().get(0), EscalationStep.EARLIEST_FIRST)
            .thenComparing(EscalationPolicy::answerWindow)
            .thenComparing(EscalationPolicy::id);

    /** Of several policies of one preset the one by which nobody is told later than by any other. */
    public static EscalationPolicy strictest(Collection<EscalationPolicy> policies) {
        return policies.stream().min(STRICTEST_FIRST).orElseThrow();
    }

    /** The step that first tells somebody. */
    public Optional<EscalationStep> firstAlert() {
        return steps.stream()
                .filter(step -> step.action() != EscalationStep.Action.REMIND)
                .findFirst();
    }
}
