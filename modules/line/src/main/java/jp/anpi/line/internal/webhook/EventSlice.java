package jp.anpi.line.internal.webhook;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.anpi.line.internal.conversation.Answered;
import jp.anpi.line.internal.conversation.PlainOks;
import jp.anpi.membership.Organizations;

/**
 * Works the oldest events in one transaction, as far as they are nothing but an OK: what they cause and that they were
 * worked stand together or not at all, for all of them (E-17). The others are left to {@link EventWorker}.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class EventSlice {

    @Inject
    private EventTable events;

    @Inject
    private Organizations organizations;

    @Inject
    private PlainOks oks;

    private record Ok(WaitingEvent waiting, LineEvent event) {

        private String person() {
            return waiting.key().person();
        }
    }

    /**
     * What came of it.
     *
     * @param worked how many events
     * @param replies due once this is committed
     * @param left events that have to be worked alone, the oldest first
     */
    public record Outcome(int worked, List<PendingReply> replies, List<WebhookEvents.Key> left) {}

    /** Looks at so many events at most. */
    public Outcome work(Instant now, int most) {
        List<WaitingEvent> waiting = events.claim(now, most);
        List<WebhookEvents.Key> worked = new ArrayList<>();
        List<PendingReply> replies = new ArrayList<>();
        plain(waiting).forEach((organization, some) -> {
            Map<String, Answered> answered = oks.answer(
                    organizations.byId(organization),
                    some.stream().collect(toMap(Ok::person, ok -> ok.waiting().occurredAt())),
                    now);
            some.stream().filter(ok -> answered.containsKey(ok.person())).forEach(ok -> {
                worked.add(ok.waiting().key());
                PendingReply.to(ok.waiting(), ok.event(), answered.get(ok.person()))
                        .ifPresent(replies::add);
            });
        });
        events.worked(worked, now);
        Set<WebhookEvents.Key> done = Set.copyOf(worked);
        return new Outcome(
                worked.size(),
                replies,
                waiting.stream()
                        .map(WaitingEvent::key)
                        .filter(key -> !done.contains(key))
                        .toList());
    }

    /**
     * By organization: who did only this, so that neither what they did nor what they are told gets out of order. What
     * has failed is tried alone.
     */
    private static Map<Integer, List<Ok>> plain(List<WaitingEvent> waiting) {
        return waiting.stream()
                .collect(groupingBy(
                        one -> one.key().organizationId() + "/" + one.key().person()))
                .values()
                .stream()
                .filter(ofOnePerson -> ofOnePerson.size() == 1)
                .flatMap(List::stream)
                .filter(one -> !one.failedBefore())
                .map(one -> new Ok(one, LineEvent.read(one.payload())))
                .filter(ok -> ok.event().isPlainOk())
                .collect(groupingBy(ok -> ok.waiting().key().organizationId()));
    }
}
