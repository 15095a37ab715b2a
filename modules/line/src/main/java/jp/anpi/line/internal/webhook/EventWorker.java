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
import org.jdbi.v3.core.Jdbi;

/**
 * Works an event in one transaction: what it causes, how far the conversation has come, and that it was worked, stand
 * together or not at all (E-17).
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class EventWorker {

    @Inject
    private Jdbi jdbi;

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

    private record Waiting(Instant occurredAt, Instant arrivedAt, String payload, boolean failedBefore) {}

    /**
     * @return what is to be replied once this is committed; empty when nothing is, or when another node works the event
     */
    public Optional<PendingReply> work(WebhookEvents.Key key, Instant now) {
        Optional<Waiting> waiting = claim(key);
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        Organization organization = organizations.byId(key.organizationId());
        LineEvent event = LineEvent.read(waiting.get().payload());
        Optional<Answered> answered = answer(organization, event, waiting.get(), now);
        worked(key, now);
        if (waiting.get().failedBefore()) {
            setAside.forget(WebhookInbox.NAME, key.id());
        }
        return answered.filter(answer -> !answer.replies().isEmpty()).flatMap(answer -> event.replyToken()
                .map(token -> new PendingReply(
                        organization.id(),
                        event.lineUserId(),
                        token,
                        waiting.get().arrivedAt(),
                        answer)));
    }

    /**
     * Several events in one transaction: all of them or, when one fails, none.
     *
     * @return what is to be replied once this is committed
     */
    public List<PendingReply> work(List<WebhookEvents.Key> keys, Instant now) {
        return keys.stream()
                .map(key -> work(key, now))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Answered> answer(Organization organization, LineEvent event, Waiting waiting, Instant now) {
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

    private Optional<Waiting> claim(WebhookEvents.Key key) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select occurred_at, arrived_at, payload, attempts > 0 as failed_before
                        from webhook_event
                        where organization_id = :organization and id = :id and state = 'NEW'
                        for update skip locked""")
                .bind("organization", key.organizationId())
                .bind("id", key.id())
                .map((row, context) -> new Waiting(
                        row.getTimestamp("occurred_at").toInstant(),
                        row.getTimestamp("arrived_at").toInstant(),
                        row.getString("payload"),
                        row.getBoolean("failed_before")))
                .findOne());
    }

    private void worked(WebhookEvents.Key key, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update webhook_event
                        set state = 'WORKED', worked_at = :now, line_user_id = null, payload = null, last_error = null
                        where organization_id = :organization and id = :id""")
                .bind("now", now)
                .bind("organization", key.organizationId())
                .bind("id", key.id())
                .execute());
    }
}
