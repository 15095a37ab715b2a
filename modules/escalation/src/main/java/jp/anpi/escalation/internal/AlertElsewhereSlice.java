package jp.anpi.escalation.internal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import jp.anpi.escalation.internal.AnotherWay.Undelivered;
import jp.anpi.escalation.internal.NoticeTable.NotTaken;

/** One slice of alerts that LINE has not taken, in one transaction. Where no way is left, staff are told. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AlertElsewhereSlice {

    private static final Logger LOG = System.getLogger(AlertElsewhereSlice.class.getName());
    private static final int SIZE = 500;

    @Inject
    private NoticeTable notices;

    @Inject
    private IncidentTable incidents;

    @Inject
    private AnotherWay anotherWay;

    /** @return whether any alert was due */
    public boolean run(Instant now) {
        List<NotTaken> due = notices.claimElsewhere(now, SIZE);
        if (due.isEmpty()) {
            return false;
        }
        List<NotTaken> meant = due.stream().filter(NotTaken::meant).toList();
        if (!meant.isEmpty()) {
            tell(meant, now);
        }
        return true;
    }

    private void tell(List<NotTaken> meant, Instant now) {
        List<Undelivered> without =
                anotherWay.tellInstead(meant.stream().map(NotTaken::alert).toList(), now);
        LOG.log(
                Level.WARNING,
                "LINE has not taken {0} alert(s): {1} go another way",
                meant.size(),
                meant.size() - without.size());
        tellStaff(without, meant, now);
    }

    /** Most of all where nobody can be told; then of each refusal; and where LINE is silent and nobody knows yet. */
    private void tellStaff(List<Undelivered> without, List<NotTaken> meant, Instant now) {
        incidents.tellStaff(notices.withoutAnybody(incidentsOf(without)), "NOBODY_TO_TELL", true, now);
        List<Undelivered> refused = meant.stream()
                .filter(NotTaken::refused)
                .map(NotTaken::alert)
                .filter(without::contains)
                .toList();
        incidents.tellStaff(incidentsOf(refused), IncidentTable.REFUSED, false, now);
        incidents.tellStaff(notices.toldNobody(incidentsOf(without)), IncidentTable.WAITS, false, now);
    }

    private static List<Long> incidentsOf(Collection<Undelivered> alerts) {
        return alerts.stream().map(Undelivered::incidentId).distinct().toList();
    }
}
