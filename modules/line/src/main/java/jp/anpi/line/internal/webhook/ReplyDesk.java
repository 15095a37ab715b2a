package jp.anpi.line.internal.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
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
        Semaphore free = new Semaphore(UNDER_WAY);
        List<UnderWay> underWay = new ArrayList<>();
        for (PendingReply reply : due) {
            free.acquireUninterruptibly();
            CompletableFuture<Outcome> outcome = start(reply);
            outcome.whenComplete((known, failure) -> free.release());
            underWay.add(new UnderWay(reply, outcome));
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
            if (one.outcome().join() == Outcome.TOKEN_GONE) {
                late.push(one.reply());
            }
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "A reply was lost: {0}", FailureSummary.of(failure));
        }
    }
}
