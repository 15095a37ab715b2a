package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import jp.anpi.escalation.IncidentCause;
import jp.anpi.escalation.MessageKinds;
import jp.anpi.escalation.internal.AnotherWay.About;
import jp.anpi.scheduling.OpenCheckIn;
import jp.anpi.scheduling.SubjectBecameUnreachable;
import jp.anpi.scheduling.SubjectReachableAgain;

/** A participant blocked the account, or came back (E-14): watchers and staff are told once. */
@ApplicationScoped
public class AlertOnBlock {

    static final int STEP = 1001;

    @Inject
    private IncidentTable incidents;

    @Inject
    private Telling telling;

    @Inject
    private GoodNews goodNews;

    void tell(@Observes SubjectBecameUnreachable event) {
        long incident = incidents.open(
                event.organizationId(),
                event.subject(),
                event.closed().filter(checkIn -> !helpWanted(checkIn)),
                IncidentCause.UNREACHABLE,
                "NORMAL",
                event.lastOkAt(),
                null,
                event.at());
        Map<Long, About> about = Map.of(event.subject().id(), new About(incident, Map.of()));
        boolean nobody = telling.tell(event.organizationId(), MessageKinds.UNREACHABLE_NOTICE, STEP, about, event.at())
                .isEmpty();
        incidents.tellStaff(List.of(incident), "UNREACHABLE", nobody, event.at());
    }

    /** A call for help stays one of its own, which a return does not end. */
    private boolean helpWanted(OpenCheckIn checkIn) {
        return incidents.lockOfCheckIn(checkIn.id()).stream()
                .anyMatch(incident -> incident.cause() == IncidentCause.NEED_HELP);
    }

    void endWhenReachable(@Observes SubjectReachableAgain event) {
        for (IncidentRow incident :
                incidents.lockOfSubject(event.organizationId(), event.subject(), IncidentCause.UNREACHABLE)) {
            incidents.close(incident, "REACHABLE_AGAIN", "SYSTEM", null, event.at());
            goodNews.reachableAgain(incident, event.at());
        }
    }
}
