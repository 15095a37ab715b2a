package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.anpi.escalation.MessageKinds;
import jp.anpi.membership.WatchLink;
import jp.anpi.membership.WatchLinks;
import jp.anpi.scheduling.EscalationStep;
import jp.anpi.scheduling.OpenCheckIn;
import jp.anpi.scheduling.StepsReached;

/** Silence has reached a step: incidents open, watchers are told, staff where nobody can be (E-13). */
@ApplicationScoped
public class AlertOnSilence {

    @Inject
    private IncidentTable incidents;

    @Inject
    private WatchLinks watchLinks;

    @Inject
    private Telling telling;

    @Inject
    private AnotherWay anotherWay;

    void tell(@Observes StepsReached reached) {
        Map<Long, Long> incidentOf = incidents.openAll(
                reached.organizationId(), reached.checkIns(), reached.policy().takeOver(), reached.at());
        if (reached.action() == EscalationStep.Action.ALERT_STAFF) {
            incidents.tellStaff(incidentOf.values(), "POLICY", false, reached.at());
            return;
        }
        Map<Long, OpenCheckIn> byParticipant = reached.checkIns().stream()
                .collect(Collectors.toMap(
                        checkIn -> checkIn.subject().id(), Function.identity(), (one, other) -> other));
        List<Telling.Pair> pairs = new ArrayList<>();
        Set<Long> told = new HashSet<>();
        for (WatchLink link : watchLinks.reachable(reached.organizationId(), byParticipant.keySet())) {
            OpenCheckIn checkIn = byParticipant.get(link.participantId());
            pairs.add(new Telling.Pair(link, incidentOf.get(checkIn.id()), content(checkIn, reached)));
            told.add(checkIn.id());
        }
        telling.tell(reached.organizationId(), MessageKinds.ALERT, reached.step(), pairs, reached.at());
        Map<Long, AnotherWay.About> alerts = new HashMap<>();
        byParticipant.forEach((participant, checkIn) ->
                alerts.put(participant, new AnotherWay.About(incidentOf.get(checkIn.id()), content(checkIn, reached))));
        Set<Long> toldElsewhere = anotherWay.tellBeyondLine(
                reached.organizationId(), MessageKinds.ALERT, reached.step(), alerts, reached.at());
        List<Long> nobody = reached.checkIns().stream()
                .map(OpenCheckIn::id)
                .filter(id -> !told.contains(id))
                .map(incidentOf::get)
                .filter(incident -> !toldElsewhere.contains(incident))
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
