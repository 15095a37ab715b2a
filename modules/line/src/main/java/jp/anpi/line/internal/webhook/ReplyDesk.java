package jp.anpi.line.internal.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import jp.anpi.foundation.FailureSummary;
import jp.anpi.foundation.WallTime;
import jp.anpi.line.internal.channel.Replies;
import jp.anpi.line.internal.channel.Replies.Outcome;

/** Sends replies, each at most once; where the token is gone, a member gets a push instead. */
@ApplicationScoped
public class ReplyDesk {

    private static final Logger LOG = System.getLogger(ReplyDesk.class.getName());

    /** LINE grants a minute; the request itself takes a part of it. */
    private static final Duration TOKEN_LASTS = Duration.ofSeconds(50);

    /** As many as the channel's connection takes side by side. */
    private static final int UNDER_WAY = 32;

    @Inject
    private Replies replies;

    @Inject
    private LateReplies late;

    @Inject
    @WallTime
    private Clock wallClock;

    private record UnderWay(PendingReply reply, CompletableFuture<Outcome> outcome) {}

    /** Sends these, several at the same time, and returns when it is known what became of each. */
    public void send(List<PendingReply> due) {
        Queue<UnderWay> underWay = new ArrayDeque<>();
        for (PendingReply reply : due) {
            if (underWay.size() == UNDER_WAY) {
                end(underWay.remove());
            }
            underWay.add(new UnderWay(reply, start(reply)));
        }
        underWay.forEach(this::end);
    }

    private CompletableFuture<Outcome> start(PendingReply reply) {
        Duration age = Duration.between(reply.arrivedAt(), wallClock.instant());
        if (age.compareTo(TOKEN_LASTS) > 0) {
            return CompletableFuture.completedFuture(Outcome.TOKEN_GONE);
        }
        return replies.reply(
                reply.organizationId(), reply.replyToken(), reply.answered().replies());
    }

    private void end(UnderWay one) {
        try {
            if (one.outcome().get() == Outcome.TOKEN_GONE) {
                late.push(one.reply());
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException failure) {
            LOG.log(Level.WARNING, "A reply was lost: {0}", FailureSummary.of(failure));
        }
    }
}
