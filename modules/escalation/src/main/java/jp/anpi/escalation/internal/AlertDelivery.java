package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.anpi.escalation.MessageKinds;
import jp.anpi.messaging.DeliveryOwner;
import jp.anpi.messaging.OutboxMessage;

/**
 * Alerts on their way: dropped when the answer comes first. From the moment that an attempt begins their recipients
 * count as told, so that an answer that comes meanwhile gives them the all-clear (E-6).
 */
@ApplicationScoped
public class AlertDelivery implements DeliveryOwner {

    @Inject
    private NoticeTable notices;

    @Inject
    private IncidentTable incidents;

    @Inject
    private AnotherWay anotherWay;

    @Override
    public Set<String> kinds() {
        return Set.of(MessageKinds.ALERT, MessageKinds.HELP_ALERT, MessageKinds.UNREACHABLE_NOTICE);
    }

    @Override
    public Map<UUID, Set<Long>> stillWanted(List<OutboxMessage> messages) {
        return notices.waiting(messages);
    }

    @Override
    public void announced(Collection<OutboxMessage> messages, Instant at) {
        notices.settle(messages, NoticeTable.BEFORE_ATTEMPT, "SENDING", at);
    }

    @Override
    public void unseen(Collection<OutboxMessage> messages, Instant at) {
        notices.settle(messages, NoticeTable.DURING_ATTEMPT, "WAITING", at);
    }

    @Override
    public void accepted(List<OutboxMessage> messages, Instant at) {
        notices.settle(messages, NoticeTable.NOT_ACCEPTED, "ACCEPTED", at);
    }

    @Override
    public void postponed(List<OutboxMessage> messages, Instant at) {
        // An alert keeps waiting as it is.
    }

    @Override
    public void uncertain(Collection<OutboxMessage> messages, Instant at) {
        notices.settle(messages, NoticeTable.NOT_ACCEPTED, "UNKNOWN", at);
    }

    @Override
    public void refused(List<OutboxMessage> messages, Instant at) {
        notices.refused(messages, at);
    }

    /** Where LINE has nobody left to send to, there may be another way to them. */
    @Override
    public void dropped(Collection<OutboxMessage> messages, Instant at) {
        anotherWay.tellInstead(notices.stillMeant(messages), at);
        notices.settle(messages, NoticeTable.BEFORE_KNOWN, "DROPPED", at);
        incidents.tellStaff(notices.withoutAnybody(notices.incidentsOf(messages)), "NOBODY_TO_TELL", true, at);
    }

    @Override
    public void replaced(OutboxMessage message, List<OutboxMessage> parts) {
        notices.replace(message, parts);
    }
}
