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

/** Alerts on their way: dropped when the answer comes first, followed by an all-clear when it comes too late. */
@ApplicationScoped
public class AlertDelivery implements DeliveryOwner {

    @Inject
    private NoticeTable notices;

    @Inject
    private IncidentTable incidents;

    @Inject
    private GoodNews goodNews;

    @Override
    public Set<String> kinds() {
        return Set.of(MessageKinds.ALERT, MessageKinds.HELP_ALERT, MessageKinds.UNREACHABLE_NOTICE);
    }

    @Override
    public Map<UUID, Set<Long>> stillWanted(List<OutboxMessage> messages) {
        return notices.waiting(messages);
    }

    @Override
    public void accepted(List<OutboxMessage> messages, Instant at) {
        notices.settle(messages, "ACCEPTED", at);
        // The answer may have come between the last look and the acceptance.
        notices.toldButAnswered(messages)
                .forEach((incident, recipients) ->
                        incidents.lock(incident).ifPresent(row -> goodNews.allClear(row, recipients, at)));
    }

    @Override
    public void postponed(List<OutboxMessage> messages, Instant at) {
        // An alert keeps waiting as it is.
    }

    @Override
    public void uncertain(Collection<OutboxMessage> messages, Instant at) {
        notices.settle(messages, "UNKNOWN", at);
    }

    @Override
    public void dropped(Collection<OutboxMessage> messages, Instant at) {
        notices.settle(messages, "DROPPED", at);
        incidents.tellStaff(notices.withoutAnybody(messages), "NOBODY_TO_TELL", true, at);
    }

    @Override
    public void replaced(OutboxMessage message, List<OutboxMessage> parts) {
        notices.replace(message, parts);
    }
}
