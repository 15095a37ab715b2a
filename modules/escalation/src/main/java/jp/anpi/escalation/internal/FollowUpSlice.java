package jp.anpi.escalation.internal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import jp.anpi.foundation.DueRow;

/** One slice of overdue incidents in one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FollowUpSlice {

    private static final int SIZE = 5_000;
    private static final Duration UNTIL_LOOKING_AGAIN = Duration.ofMinutes(15);

    @Inject
    private IncidentTable incidents;

    @Inject
    private FollowUpTable followUps;

    @Inject
    private NoticeTable notices;

    /** @return whether any incident was due */
    public boolean run(Instant now) {
        List<Long> due = followUps.claim(now, SIZE);
        tell(due, now);
        return !due.isEmpty();
    }

    /** This incident alone. */
    public void runOne(long incident, Instant now) {
        tell(List.of(incident), now);
    }

    /** Incidents that are due. */
    public List<DueRow> due(Instant now) {
        return followUps.due(now, SIZE);
    }

    /** The incident is looked at again later. */
    public void putOff(long incident, Instant until) {
        followUps.putOff(List.of(incident), until);
    }

    /** Of what nobody could take yet staff know as much already; it can be taken once LINE is back. */
    private void tell(List<Long> due, Instant now) {
        Set<Long> waiting = Set.copyOf(notices.tooEarlyToBeTaken(due, now));
        followUps.putOff(waiting, now.plus(UNTIL_LOOKING_AGAIN));
        List<Long> untaken =
                due.stream().filter(incident -> !waiting.contains(incident)).toList();
        incidents.tellStaff(untaken, "NOT_TAKEN", false, now);
        followUps.clear(untaken);
    }
}
