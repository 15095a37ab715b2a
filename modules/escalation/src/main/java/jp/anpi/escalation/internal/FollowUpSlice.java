package jp.anpi.escalation.internal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** One slice of overdue incidents in one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FollowUpSlice {

    private static final int SIZE = 5_000;

    @Inject
    private IncidentTable incidents;

    /** @return whether any incident was due */
    public boolean run(Instant now) {
        List<Long> due = incidents.claimActions(now, SIZE);
        incidents.tellStaff(due, "NOT_TAKEN", false, now);
        incidents.clearAction(due);
        return !due.isEmpty();
    }
}
