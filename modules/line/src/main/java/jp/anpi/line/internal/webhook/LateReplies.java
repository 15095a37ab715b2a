package jp.anpi.line.internal.webhook;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import jp.anpi.line.internal.render.MessageJson;
import jp.anpi.membership.Member;
import jp.anpi.membership.Members;
import jp.anpi.messaging.Outbox;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.messaging.Priority;

/**
 * Answers that came too late for their reply token go out as pushes, to members only: a push counts against the
 * month's messages.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LateReplies {

    /** The kind of such messages; content {@code json}: an array of LINE message objects. */
    public static final String KIND = "REPLY";

    @Inject
    private Members members;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    /** Enqueues what may be pushed in the reply's place. */
    public void push(PendingReply reply) {
        reply.lineUserId()
                .flatMap(person -> members.byLineUserId(reply.organizationId(), person))
                .filter(member -> member.blockedAt().isEmpty())
                .ifPresent(member -> outbox.enqueue(List.of(message(reply, member))));
    }

    private OutboxMessage message(PendingReply reply, Member member) {
        Map<String, String> content =
                Map.of("json", MessageJson.write(reply.answered().pushed()));
        return OutboxMessage.notice(
                reply.organizationId(), Priority.REMINDER, KIND, content, List.of(member.id()), clock.instant());
    }
}
