package jp.anpi.line.internal.webhook;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import jp.anpi.foundation.DueWork;

/**
 * Works what arrived, the oldest first. Events are worked one after the other; their replies leave beside that, several
 * at a time, and a slice ends when all of its replies have left.
 */
@ApplicationScoped
public class WebhookInbox implements DueWork {

    private static final Logger LOG = Logger.getLogger(WebhookInbox.class.getName());
    private static final int SLICE = 50;
    private static final int PURGED_AT_ONCE = 5000;
    private static final Duration BETWEEN_PURGES = Duration.ofDays(1);

    @Inject
    private WebhookEvents events;

    @Inject
    private EventWorker worker;

    @Inject
    private ReplyDesk replies;

    @Resource
    private ManagedExecutorService executor;

    private final AtomicReference<Instant> lastPurge = new AtomicReference<>(Instant.MIN);

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public Optional<Instant> earliestDue() {
        return events.earliestDue();
    }

    @Override
    public boolean runSlice(Instant now) {
        purgeDaily(now);
        List<WebhookEvents.Key> keys = events.waiting(now, SLICE);
        Map<String, CompletableFuture<Void>> leaving = new HashMap<>();
        for (WebhookEvents.Key key : keys) {
            work(key, now).ifPresent(reply -> leave(reply, leaving));
        }
        leaving.values().forEach(CompletableFuture::join);
        return !keys.isEmpty();
    }

    private Optional<PendingReply> work(WebhookEvents.Key key, Instant now) {
        try {
            return worker.work(key, now);
        } catch (RuntimeException failure) {
            String error = summary(failure);
            LOG.log(Level.WARNING, "Webhook event {0} failed: {1}", new Object[] {key.id(), error});
            events.failed(key, error, now);
            return Optional.empty();
        }
    }

    /** Replies to one person keep their order. */
    private void leave(PendingReply reply, Map<String, CompletableFuture<Void>> leaving) {
        String person = reply.lineUserId().orElse(reply.replyToken());
        CompletableFuture<Void> before = leaving.getOrDefault(person, CompletableFuture.completedFuture(null));
        try {
            leaving.put(person, before.thenRunAsync(() -> send(reply), executor));
        } catch (RejectedExecutionException full) {
            before.join();
            send(reply);
        }
    }

    private void send(PendingReply reply) {
        try {
            replies.send(reply);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "A reply was lost: {0}", summary(failure));
        }
    }

    private void purgeDaily(Instant now) {
        Instant last = lastPurge.get();
        if (now.minus(BETWEEN_PURGES).isAfter(last) && lastPurge.compareAndSet(last, now)) {
            events.purge(now, PURGED_AT_ONCE);
        }
    }

    /** Kinds of errors only: their texts may quote what a person wrote. */
    static String summary(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String name = root.getClass().getSimpleName();
        return root instanceof SQLException sql ? name + " " + sql.getSQLState() : name;
    }
}
