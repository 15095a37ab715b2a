package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.anpi.escalation.MessageKinds;
import jp.anpi.membership.Member;
import jp.anpi.membership.Members;
import jp.anpi.messaging.Outbox;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.messaging.Priority;

/** What follows an alert reaches everyone who was told by it, the way they were told, and only them (E-6, E-12). */
@ApplicationScoped
public class GoodNews {

    private static final Map<String, String> BY_STAFF = Map.of("staff", "yes");

    @Inject
    private NoticeTable notices;

    @Inject
    private Members members;

    @Inject
    private Outbox outbox;

    @Inject
    private AnotherWay anotherWay;

    void allClear(IncidentRow incident, Instant at) {
        allClear(incident, notices.told(incident.id()), at);
    }

    void allClear(IncidentRow incident, Collection<Long> recipients, Instant at) {
        send(incident, MessageKinds.ALL_CLEAR, recipients, Set.of(), Map.of("at", at.toString()), at);
    }

    void reachableAgain(IncidentRow incident, Instant at) {
        send(incident, MessageKinds.REACHABLE_AGAIN, notices.told(incident.id()), Set.of(), Map.of(), at);
    }

    void taken(IncidentRow incident, long taker, Instant at) {
        send(incident, MessageKinds.TAKEN, toldExcept(incident, taker), Set.of(taker), Map.of(), at);
    }

    /** One of the staff is on it: everybody who was told hears of it. */
    void takenByStaff(IncidentRow incident, Instant at) {
        send(incident, MessageKinds.TAKEN, notices.told(incident.id()), Set.of(), BY_STAFF, at);
    }

    /** Staff found the person well: everybody who was told hears of it. */
    void closedByStaff(IncidentRow incident, Instant at) {
        send(incident, MessageKinds.CLOSED, notices.told(incident.id()), Set.of(), BY_STAFF, at);
    }

    /** Ended by a person, but not by one of its buttons: everybody who was told hears of it. */
    void closed(IncidentRow incident, Instant at) {
        send(incident, MessageKinds.CLOSED, notices.told(incident.id()), Set.of(), Map.of(), at);
    }

    void closed(IncidentRow incident, long closer, Instant at) {
        send(incident, MessageKinds.CLOSED, toldExcept(incident, closer), Set.of(closer), Map.of(), at);
    }

    private Set<Long> toldExcept(IncidentRow incident, long person) {
        Set<Long> others = new HashSet<>(notices.told(incident.id()));
        others.remove(person);
        return others;
    }

    private void send(
            IncidentRow incident,
            String kind,
            Collection<Long> recipients,
            Set<Long> except,
            Map<String, String> content,
            Instant at) {
        Optional<String> number = number(incident);
        if (number.isEmpty()) {
            // Of somebody who has left, whoever watched has read the last.
            return;
        }
        Map<String, String> full = new HashMap<>(content);
        full.put("number", number.get());
        outbox.enqueue(OutboxMessage.notices(
                incident.organizationId(), Priority.ALERT, kind, full, List.copyOf(recipients), at));
        anotherWay.follow(incident, kind, recipients, except, full, at);
    }

    private Optional<String> number(IncidentRow incident) {
        return incident.subjectId()
                .flatMap(id -> members.byId(incident.organizationId(), id))
                .map(Member::number);
    }
}
