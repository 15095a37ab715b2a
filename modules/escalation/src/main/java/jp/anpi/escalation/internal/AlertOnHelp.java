package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.anpi.escalation.IncidentCause;
import jp.anpi.escalation.MessageKinds;
import jp.anpi.escalation.internal.AnotherWay.About;
import jp.anpi.scheduling.HelpRequested;
import jp.anpi.scheduling.OpenCheckIn;

/** The participant wants to be contacted: watchers and staff are told at once (E-11). */
@ApplicationScoped
public class AlertOnHelp {

    /** Outside the numbering of policies, so that an earlier alert does not stand in its way. */
    static final int STEP = 1000;

    @Inject
    private IncidentTable incidents;

    @Inject
    private Telling telling;

    void tell(@Observes HelpRequested requested) {
        OpenCheckIn checkIn = requested.checkIn();
        long incident = incidents.open(
                checkIn.organizationId(),
                checkIn.subject(),
                Optional.of(checkIn),
                IncidentCause.NEED_HELP,
                "EMERGENCY",
                checkIn.lastOkAt(),
                null,
                requested.at());
        Map<Long, About> about = Map.of(checkIn.subject().id(), new About(incident, Map.of()));
        boolean nobody = telling.tell(checkIn.organizationId(), MessageKinds.HELP_ALERT, STEP, about, requested.at())
                .isEmpty();
        incidents.tellStaff(List.of(incident), "HELP_REQUESTED", nobody, requested.at());
    }
}
