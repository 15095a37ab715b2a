package jp.anpi.line.internal.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import jp.anpi.foundation.WallTime;
import jp.anpi.line.internal.channel.Replies;
import jp.anpi.line.internal.channel.Replies.Outcome;

/** Sends replies, each at most once; where the token is gone, a member gets a push instead. */
@ApplicationScoped
public class ReplyDesk {

    /** LINE grants a minute; the request itself takes a part of it. */
    private static final Duration TOKEN_LASTS = Duration.ofSeconds(50);

    @Inject
    private Replies replies;

    @Inject
    private LateReplies late;

    @Inject
    @WallTime
    private Clock wallClock;

    /** Sends it now. */
    public void send(PendingReply reply) {
        Duration age = Duration.between(reply.arrivedAt(), wallClock.instant());
        boolean gone = age.compareTo(TOKEN_LASTS) > 0 || outcome(reply) == Outcome.TOKEN_GONE;
        if (gone) {
            late.push(reply);
        }
    }

    private Outcome outcome(PendingReply reply) {
        return replies.reply(
                reply.organizationId(), reply.replyToken(), reply.answered().replies());
    }
}
