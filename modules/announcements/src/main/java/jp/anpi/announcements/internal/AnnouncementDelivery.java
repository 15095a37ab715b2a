package jp.anpi.announcements.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import jp.anpi.announcements.MessageKinds;
import jp.anpi.membership.Members;
import jp.anpi.messaging.DeliveryOwner;
import jp.anpi.messaging.OutboxMessage;

/** Announcements on their way: dropped once they are stopped or of no use, counted when LINE has them. */
@ApplicationScoped
public class AnnouncementDelivery implements DeliveryOwner {

    @Inject
    private SendingTable sending;

    @Inject
    private Ending ending;

    @Inject
    private Members members;

    @Inject
    private Clock clock;

    @Override
    public Set<String> kinds() {
        return Set.of(MessageKinds.ANNOUNCEMENT);
    }

    /** Who left or blocked the account on the way is taken out, so that what is counted is what was sent. */
    @Override
    public Map<UUID, Set<Long>> stillWanted(List<OutboxMessage> messages) {
        Set<Long> going = sending.going(
                messages.stream().map(AnnouncementDelivery::announcement).collect(toSet()), clock.instant());
        Set<UUID> refused =
                sending.refused(messages.stream().map(OutboxMessage::id).toList());
        Map<UUID, Set<Long>> wanted = new HashMap<>();
        for (OutboxMessage message : messages) {
            if (going.contains(announcement(message)) && !refused.contains(message.id())) {
                wanted.put(
                        message.id(),
                        members.reachableLineUserIds(message.organizationId(), message.recipients())
                                .keySet());
            }
        }
        return wanted;
    }

    @Override
    public void accepted(List<OutboxMessage> messages, Instant at) {
        each(messages, (id, own) -> {
            int people = own.stream()
                    .mapToInt(message -> message.recipients().size())
                    .sum();
            settled(id, own, people, at);
        });
    }

    @Override
    public void dropped(Collection<OutboxMessage> messages, Instant at) {
        each(messages, (id, own) -> settled(id, own, 0, at));
    }

    @Override
    public void postponed(List<OutboxMessage> messages, Instant at) {
        // It waits as it is: nothing follows from an announcement.
    }

    /** What LINE will never take costs no second attempt. */
    @Override
    public void refused(List<OutboxMessage> messages, Instant at) {
        messages.forEach(message -> sending.refuse(
                announcement(message), message.id(), message.recipients().size()));
    }

    @Override
    public void replaced(OutboxMessage message, List<OutboxMessage> parts) {
        sending.count(announcement(message), parts.size() - 1, 0);
    }

    private void settled(long id, List<OutboxMessage> messages, int accepted, Instant at) {
        sending.count(id, -messages.size(), accepted);
        ending.ifOver(messages.get(0).organizationId(), id, at);
    }

    /** Always in the same order, so that two senders never wait for each other. */
    private static void each(Collection<OutboxMessage> messages, Settling settling) {
        messages.stream()
                .collect(groupingBy(AnnouncementDelivery::announcement, TreeMap::new, toList()))
                .forEach(settling::settle);
    }

    private static long announcement(OutboxMessage message) {
        return Long.parseLong(message.content().get("announcement"));
    }

    private interface Settling {
        void settle(long announcement, List<OutboxMessage> messages);
    }
}
