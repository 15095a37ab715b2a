package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.anpi.escalation.IncidentCause;
import jp.anpi.escalation.MessageKinds;
import jp.anpi.membership.WatchLinks;
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
    private WatchLinks watchLinks;

    @Inject
    private Telling telling;

    @Inject
    private AnotherWay anotherWay;

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
        List<Telling.Pair> pairs =
                watchLinks
                        .reachable(
                                checkIn.organizationId(),
                                Set.of(checkIn.subject().id()))
                        .stream()
                        .map(link -> new Telling.Pair(link, incident, Map.of()))
                        .toList();
        telling.tell(checkIn.organizationId(), MessageKinds.HELP_ALERT, STEP, pairs, requested.at());
        boolean elsewhere = !anotherWay
                .tellBeyondLine(
                        checkIn.organizationId(),
                        MessageKinds.HELP_ALERT,
                        STEP,
                        Map.of(checkIn.subject().id(), new AnotherWay.About(incident, Map.of())),
                        requested.at())
                .isEmpty();
        incidents.tellStaff(List.of(incident), "HELP_REQUESTED", pairs.isEmpty() && !elsewhere, requested.at());
    }
}
