package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.anpi.escalation.MessageKinds;
import jp.anpi.escalation.internal.AnotherWay.About;
import jp.anpi.scheduling.EscalationStep;
import jp.anpi.scheduling.OpenCheckIn;
import jp.anpi.scheduling.StepsReached;

/** Silence has reached a step: incidents open, watchers are told, staff where nobody can be (E-13). */
@ApplicationScoped
public class AlertOnSilence {

    @Inject
    private IncidentTable incidents;

    @Inject
    private Telling telling;

    void tell(@Observes StepsReached reached) {
        Map<Long, Long> incidentOf = incidents.openAll(
                reached.organizationId(), reached.checkIns(), reached.policy().takeOver(), reached.at());
        if (reached.action() == EscalationStep.Action.ALERT_STAFF) {
            incidents.tellStaff(incidentOf.values(), "POLICY", false, reached.at());
            return;
        }
        Map<Long, About> byParticipant = reached.checkIns().stream()
                .collect(Collectors.toMap(
                        checkIn -> checkIn.subject().id(),
                        checkIn -> new About(incidentOf.get(checkIn.id()), content(checkIn, reached)),
                        (one, other) -> other));
        Set<Long> told =
                telling.tell(reached.organizationId(), MessageKinds.ALERT, reached.step(), byParticipant, reached.at());
        List<Long> nobody = reached.checkIns().stream()
                .map(checkIn -> incidentOf.get(checkIn.id()))
                .filter(incident -> !told.contains(incident))
                .toList();
        incidents.tellStaff(nobody, "NOBODY_TO_TELL", true, reached.at());
    }

    private static Map<String, String> content(OpenCheckIn checkIn, StepsReached reached) {
        long hours = checkIn.sentAt()
                .map(sentAt -> Duration.between(sentAt, reached.at()).toHours())
                .orElse(0L);
        return Map.of("hours", Long.toString(hours));
    }
}
