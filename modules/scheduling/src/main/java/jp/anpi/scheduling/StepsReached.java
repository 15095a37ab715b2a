package jp.anpi.scheduling;

import java.time.Instant;
import java.util.List;

/**
 * Many check-ins of one organization have just moved to {@link CheckInState#ALERTED}: somebody must be told about each.
 * Fired inside the transaction that moved them.
 *
 * @param step position of the step in the frozen policy
 */
public record StepsReached(
        int organizationId,
        EscalationPolicy policy,
        int step,
        EscalationStep.Action action,
        List<OpenCheckIn> checkIns,
        Instant at) {}
