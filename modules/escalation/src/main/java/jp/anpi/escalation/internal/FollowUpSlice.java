package jp.anpi.escalation.internal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import jp.anpi.foundation.DueRow;

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
        tell(due, now);
        return !due.isEmpty();
    }

    /** This incident alone. */
    public void runOne(long incident, Instant now) {
        tell(List.of(incident), now);
    }

    /** Incidents that are due. */
    public List<DueRow> due(Instant now) {
        return incidents.dueActions(now, SIZE);
    }

    /** The incident is looked at again later. */
    public void putOff(long incident, Instant until) {
        incidents.putOffAction(incident, until);
    }

    private void tell(List<Long> due, Instant now) {
        incidents.tellStaff(due, "NOT_TAKEN", false, now);
        incidents.clearAction(due);
    }
}
