package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.anpi.escalation.internal.AnotherWay.About;
import jp.anpi.membership.Members;
import jp.anpi.membership.WatchLink;
import jp.anpi.messaging.Outbox;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.messaging.Priority;

/**
 * Tells those who watch: by LINE, where whoever watches one person shares a message, which says that person's number and
 * whose buttons name the incident; and another way whom LINE does not reach at all.
 */
@ApplicationScoped
public class Telling {

    /** One watcher to tell about one participant's incident. */
    private record Pair(WatchLink link, About about) {

        long incidentId() {
            return about.incidentId();
        }
    }

    @Inject
    private Reach reach;

    @Inject
    private AnotherWay anotherWay;

    @Inject
    private Members members;

    @Inject
    private Outbox outbox;

    @Inject
    private NoticeTable notices;

    /**
     * Tells whoever watches now.
     *
     * @param byParticipant what to tell about whom
     * @return the incidents of which somebody is told
     */
    Set<Long> tell(int organizationId, String kind, int step, Map<Long, About> byParticipant, Instant now) {
        List<Pair> pairs = reach.byLine(organizationId, byParticipant.keySet()).stream()
                .map(link -> new Pair(link, byParticipant.get(link.participantId())))
                .toList();
        enqueue(organizationId, kind, step, pairs, now);
        Set<Long> told = new HashSet<>(anotherWay.tellBeyondLine(organizationId, kind, step, byParticipant, now));
        pairs.forEach(pair -> told.add(pair.incidentId()));
        return told;
    }

    private void enqueue(int organizationId, String kind, int step, Collection<Pair> pairs, Instant now) {
        List<OutboxMessage> messages = new ArrayList<>();
        Map<Long, String> numbers = members.numbers(organizationId, participants(pairs));
        byIncident(pairs).forEach(people -> {
            for (int from = 0; from < people.size(); from += OutboxMessage.MOST_RECIPIENTS) {
                List<Pair> part = people.subList(from, Math.min(people.size(), from + OutboxMessage.MOST_RECIPIENTS));
                messages.add(message(organizationId, kind, content(people, numbers), part, now));
            }
        });
        if (!messages.isEmpty()) {
            outbox.enqueue(messages);
            notices.insert(messages, step, now);
        }
    }

    private static Set<Long> participants(Collection<Pair> pairs) {
        return pairs.stream().map(pair -> pair.link().participantId()).collect(Collectors.toSet());
    }

    private static Map<String, String> content(List<Pair> people, Map<Long, String> numbers) {
        Map<String, String> content = new HashMap<>(people.get(0).about().content());
        content.put("number", numbers.get(people.get(0).link().participantId()));
        if (people.size() == 1) {
            // There may be nobody else who hears that this one takes it.
            content.put("alone", "yes");
        }
        return content;
    }

    private static Collection<List<Pair>> byIncident(Collection<Pair> pairs) {
        return pairs.stream()
                .collect(Collectors.groupingBy(Pair::incidentId, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private static OutboxMessage message(
            int organizationId, String kind, Map<String, String> content, List<Pair> part, Instant now) {
        return new OutboxMessage(
                UUID.randomUUID(),
                organizationId,
                Priority.ALERT,
                kind,
                content,
                part.stream().map(pair -> pair.link().watcherId()).toList(),
                part.stream().map(Pair::incidentId).toList(),
                now,
                now,
                now,
                false);
    }
}
