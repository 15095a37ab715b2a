package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.anpi.escalation.WhoIsTold;
import jp.anpi.escalation.internal.ToldTable.Ended;
import jp.anpi.escalation.internal.elsewhere.DeliveryTable;
import jp.anpi.membership.WatchLink;
import jp.anpi.scheduling.EscalationStep;
import jp.anpi.scheduling.EscalationStep.Action;
import jp.anpi.scheduling.PoliciesInForce;

/** {@link WhoIsTold}, by what alerts themselves go by: the ways that reach those who watch, and what was kept of alerts. */
@ApplicationScoped
public class WhoIsToldBean implements WhoIsTold {

    private static final Told NOBODY = new Told(0, false);
    private static final Told STAFF = new Told(0, true);

    @Inject
    private Reach reach;

    @Inject
    private PoliciesInForce policies;

    @Inject
    private ToldTable told;

    @Inject
    private NoticeTable notices;

    @Inject
    private DeliveryTable deliveries;

    @Override
    public List<WatchLink> inReach(int organizationId, Collection<Long> participantIds) {
        return Stream.concat(
                        reach.byLine(organizationId, participantIds).stream(),
                        reach.beyondLine(organizationId, participantIds).stream()
                                .map(Reach.Beyond::link))
                .toList();
    }

    @Override
    public Told ofSilence(int organizationId, long participantId) {
        Optional<Action> first = policies.ofParticipant(organizationId, participantId)
                .firstAlert()
                .map(EscalationStep::action);
        if (first.isEmpty()) {
            return NOBODY;
        }
        int watchers = inReach(organizationId, Set.of(participantId)).size();
        return first.get() == Action.ALERT_STAFF || watchers == 0 ? STAFF : new Told(watchers, false);
    }

    @Override
    public Told ofCallForHelp(int organizationId, long participantId) {
        return told.ofCallForHelp(organizationId, participantId);
    }

    @Override
    public Told ofEnd(int organizationId, long participantId, Instant at) {
        List<Ended> ended = told.ended(organizationId, participantId, at);
        Set<Long> watchers = new HashSet<>();
        ended.forEach(one -> {
            watchers.addAll(reach.anyWay(organizationId, notices.told(one.incident())));
            deliveries.told(one.incident()).forEach(delivery -> delivery.recipientId()
                    .ifPresent(watchers::add));
        });
        return new Told(watchers.size(), ended.stream().anyMatch(Ended::staff));
    }
}
