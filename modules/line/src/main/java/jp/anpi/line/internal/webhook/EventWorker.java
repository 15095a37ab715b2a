package jp.anpi.line.internal.webhook;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.anpi.foundation.SetAside;
import jp.anpi.line.internal.channel.LineAccounts;
import jp.anpi.line.internal.conversation.Answered;
import jp.anpi.line.internal.conversation.Conversations;
import jp.anpi.line.internal.conversation.GroupGreeting;
import jp.anpi.membership.Organization;
import jp.anpi.membership.Organizations;

/**
 * Works one event in one transaction: what it causes, how far the conversation has come, and that it was worked, stand
 * together or not at all (E-17).
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class EventWorker {

    @Inject
    private EventTable events;

    @Inject
    private SetAside setAside;

    @Inject
    private Organizations organizations;

    @Inject
    private LineAccounts accounts;

    @Inject
    private Conversations conversations;

    @Inject
    private GroupGreeting groups;

    /**
     * @return what is to be replied once this is committed; empty when nothing is, or when another node works the event
     */
    public Optional<PendingReply> work(WebhookEvents.Key key, Instant now) {
        return events.claim(key).flatMap(waiting -> work(waiting, now));
    }

    private Optional<PendingReply> work(WaitingEvent waiting, Instant now) {
        WebhookEvents.Key key = waiting.key();
        LineEvent event = LineEvent.read(waiting.payload());
        Optional<Answered> answered = answer(organizations.byId(key.organizationId()), event, waiting, now);
        events.worked(List.of(key), now);
        if (waiting.failedBefore()) {
            setAside.forget(WebhookInbox.NAME, key.id());
        }
        return answered.flatMap(answer -> PendingReply.to(waiting, event, answer));
    }

    private Optional<Answered> answer(Organization organization, LineEvent event, WaitingEvent waiting, Instant now) {
        if (event.inGroup()) {
            return event.joined() ? Optional.of(groups.joined()) : Optional.empty();
        }
        if (event.lineUserId().isEmpty() || event.incoming().isEmpty()) {
            return Optional.empty();
        }
        String secret = accounts.channelSecret(organization.id())
                .orElseThrow(() -> new IllegalStateException("No channel secret"));
        return Optional.of(conversations.answer(
                organization, event.lineUserId().get(), secret, event.incoming().get(), waiting.occurredAt(), now));
    }
}
