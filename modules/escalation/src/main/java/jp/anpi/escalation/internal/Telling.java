package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.anpi.messaging.Outbox;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.messaging.Priority;

/**
 * Enqueues alerts so that one message tells each recipient about one incident only: its buttons then name that
 * incident, although 500 people share the message and nothing in it names anybody.
 */
@ApplicationScoped
public class Telling {

    /** One person to tell about one incident. */
    record Pair(long recipientId, long incidentId, Map<String, String> content) {}

    private record Layer(Map<String, String> content, int depth) {}

    @Inject
    private Outbox outbox;

    @Inject
    private NoticeTable notices;

    void tell(int organizationId, String kind, int step, Collection<Pair> pairs, Instant now) {
        List<OutboxMessage> messages = new ArrayList<>();
        layers(pairs).forEach((layer, people) -> {
            for (int from = 0; from < people.size(); from += OutboxMessage.MOST_RECIPIENTS) {
                List<Pair> part = people.subList(from, Math.min(people.size(), from + OutboxMessage.MOST_RECIPIENTS));
                messages.add(message(organizationId, kind, layer.content(), part, now));
            }
        });
        if (!messages.isEmpty()) {
            outbox.enqueue(messages);
            notices.insert(messages, step);
        }
    }

    /** The second incident of the same recipient goes into a second layer, and so on. */
    private static Map<Layer, List<Pair>> layers(Collection<Pair> pairs) {
        Map<Layer, List<Pair>> layers = new LinkedHashMap<>();
        Map<Map<String, String>, Map<Long, Integer>> depths = new HashMap<>();
        for (Pair pair : pairs) {
            int depth = depths.computeIfAbsent(pair.content(), content -> new HashMap<>())
                    .merge(pair.recipientId(), 1, Integer::sum);
            layers.computeIfAbsent(new Layer(pair.content(), depth), layer -> new ArrayList<>())
                    .add(pair);
        }
        return layers;
    }

    private static OutboxMessage message(
            int organizationId, String kind, Map<String, String> content, List<Pair> part, Instant now) {
        return new OutboxMessage(
                UUID.randomUUID(),
                organizationId,
                Priority.ALERT,
                kind,
                content,
                part.stream().map(Pair::recipientId).toList(),
                part.stream().map(Pair::incidentId).toList(),
                now,
                now,
                now,
                false);
    }
}
