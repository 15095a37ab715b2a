package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.anpi.escalation.MessageKinds;
import jp.anpi.escalation.internal.elsewhere.DeliveryTable;
import jp.anpi.escalation.internal.elsewhere.UrgentDelivery;
import jp.anpi.membership.Members;
import jp.anpi.membership.WatchLink;
import jp.anpi.messaging.Outbox;
import jp.anpi.messaging.OutboxMessage;

/** What LINE does not take goes to the addresses that its recipients left (E-9, E-13). */
@ApplicationScoped
public class AnotherWay {

    /** An alert about one person, before it is known who is told so. */
    record About(long incidentId, Map<String, String> content) {}

    /** An alert that LINE has not taken for one recipient. */
    record Undelivered(
            int organizationId, UUID messageId, long recipientId, long incidentId, int step, long participantId) {}

    @Inject
    private Reach reach;

    @Inject
    private NoticeTable notices;

    @Inject
    private DeliveryTable deliveries;

    @Inject
    private Members members;

    @Inject
    private Outbox outbox;

    /**
     * Tells those watchers whom LINE does not reach at all.
     *
     * @param byParticipant what to tell about whom
     * @return the incidents of which somebody is told so
     */
    Set<Long> tellBeyondLine(int organizationId, String kind, int step, Map<Long, About> byParticipant, Instant now) {
        List<Reach.Beyond> watchers = reach.beyondLine(organizationId, byParticipant.keySet());
        if (watchers.isEmpty()) {
            return Set.of();
        }
        Map<Long, String> numbers = members.numbers(organizationId, byParticipant.keySet());
        Set<Long> told = new HashSet<>();
        List<UrgentDelivery> alerts = new ArrayList<>();
        for (Reach.Beyond watcher : watchers) {
            WatchLink link = watcher.link();
            About about = byParticipant.get(link.participantId());
            Map<String, String> content = new HashMap<>(about.content());
            content.put("number", numbers.getOrDefault(link.participantId(), ""));
            for (long address : watcher.addresses()) {
                alerts.add(alert(organizationId, address, link, kind, step, about.incidentId(), content));
                told.add(about.incidentId());
            }
        }
        deliveries.insert(alerts, now);
        return told;
    }

    /**
     * Tells the recipients of alerts that LINE has not taken.
     *
     * @return those for whom there is no other way
     */
    List<Undelivered> tellInstead(Collection<Undelivered> all, Instant now) {
        Map<UUID, OutboxMessage> messages =
                outbox.find(all.stream().map(Undelivered::messageId).collect(Collectors.toSet()));
        List<Undelivered> without = new ArrayList<>();
        all.stream().collect(Collectors.groupingBy(Undelivered::organizationId)).forEach((organization, own) -> {
            Map<Long, List<Long>> addressesOf = reach.addressesOf(
                    organization, own.stream().map(Undelivered::recipientId).collect(Collectors.toSet()));
            for (Undelivered each : own) {
                List<Long> theirs = addressesOf.getOrDefault(each.recipientId(), List.of());
                OutboxMessage message = messages.get(each.messageId());
                if (theirs.isEmpty() || message == null) {
                    without.add(each);
                } else {
                    deliveries.insert(alerts(each, message, theirs), now);
                }
            }
        });
        return without;
    }

    /**
     * What follows an alert goes to the addresses that were told of it (E-6), and to those of whoever was told by LINE and
     * has blocked us since.
     */
    void follow(
            IncidentRow incident,
            String kind,
            Collection<Long> byLine,
            Set<Long> exceptMembers,
            Map<String, String> content,
            Instant now) {
        Map<Long, Long> recipients = new TreeMap<>(beyondLine(incident.organizationId(), byLine));
        recipients.putAll(told(List.of(incident.id())));
        recipients.values().removeAll(exceptMembers);
        deliveries.insert(news(incident.organizationId(), recipients, kind, content, List.of(incident.id())), now);
    }

    /**
     * The last about a participant goes once to each address that was told of any of the incidents, and to whoever watches
     * and is told by no other way. Whatever becomes of the incidents, it goes.
     */
    void last(
            int organizationId,
            long participant,
            Collection<Long> incidents,
            String kind,
            Map<String, String> content,
            Instant now) {
        Map<Long, Long> recipients = new TreeMap<>(told(incidents));
        reach.beyondLine(organizationId, Set.of(participant)).forEach(watcher -> watcher.addresses()
                .forEach(address -> recipients.put(address, watcher.link().watcherId())));
        deliveries.insert(news(organizationId, recipients, kind, content, List.of()), now);
    }

    /**
     * That somebody watches no more goes to the addresses at which they were told of the participant's incidents, and to
     * all of theirs where it was by LINE and they have blocked us since.
     */
    List<UrgentDelivery> endOfWatch(int organizationId, long watcher, long participant, Collection<Long> incidents) {
        Map<Long, Long> recipients = told(incidents);
        recipients.values().removeIf(recipient -> recipient != watcher);
        if (incidents.stream().anyMatch(incident -> notices.told(incident).contains(watcher))) {
            recipients.putAll(beyondLine(organizationId, Set.of(watcher)));
        }
        String number = members.numbers(organizationId, Set.of(participant)).getOrDefault(participant, "");
        return news(organizationId, recipients, MessageKinds.WATCH_ENDED, Map.of("number", number), List.of());
    }

    /** Addresses that were told of any of these, and whose they are. */
    private Map<Long, Long> told(Collection<Long> incidents) {
        Map<Long, Long> recipients = new TreeMap<>();
        incidents.forEach(incident -> deliveries
                .told(incident)
                .forEach(told ->
                        recipients.put(told.addressId(), told.recipientId().orElseThrow())));
        return recipients;
    }

    private Map<Long, Long> beyondLine(int organizationId, Collection<Long> recipients) {
        Map<Long, Long> addresses = new TreeMap<>();
        reach.insteadOfLine(organizationId, recipients)
                .forEach((member, theirs) -> theirs.forEach(address -> addresses.put(address, member)));
        return addresses;
    }

    private static List<UrgentDelivery> news(
            int organizationId,
            Map<Long, Long> recipients,
            String kind,
            Map<String, String> content,
            List<Long> incidents) {
        return recipients.entrySet().stream()
                .map(one -> UrgentDelivery.of(
                        organizationId,
                        one.getKey(),
                        Optional.of(one.getValue()),
                        kind,
                        content,
                        incidents,
                        Optional.empty()))
                .toList();
    }

    private List<UrgentDelivery> alerts(Undelivered each, OutboxMessage message, List<Long> theirs) {
        WatchLink link = new WatchLink(each.participantId(), each.recipientId());
        return theirs.stream()
                .map(address -> alert(
                        each.organizationId(),
                        address,
                        link,
                        message.kind(),
                        each.step(),
                        each.incidentId(),
                        message.content()))
                .toList();
    }

    private static UrgentDelivery alert(
            int organizationId,
            long address,
            WatchLink link,
            String kind,
            int step,
            long incidentId,
            Map<String, String> content) {
        Map<String, String> full = new HashMap<>(content);
        full.put("participant", Long.toString(link.participantId()));
        return UrgentDelivery.of(
                organizationId,
                address,
                Optional.of(link.watcherId()),
                kind,
                full,
                List.of(incidentId),
                Optional.of(step));
    }
}
