package jp.anpi.line.internal.webhook;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import jp.anpi.foundation.FailureSummary;
import jp.anpi.foundation.ManualClock;
import jp.anpi.foundation.WallTime;
import jp.anpi.line.internal.channel.Replies;
import jp.anpi.line.internal.channel.Replies.Outcome;

/**
 * Sends replies, each at most once and each person's in their order; where the token is gone, a member gets a push instead.
 *
 * <p>Nobody who works events waits long for it: while LINE is slow to take what it is told, somebody else may call for help
 * (E-11).
 */
@ApplicationScoped
public class ReplyDesk {

    private static final Logger LOG = System.getLogger(ReplyDesk.class.getName());

    /** LINE grants a minute; the request itself takes a part of it. */
    private static final Duration TOKEN_LASTS = Duration.ofSeconds(50);

    /** As many as the channel's connection takes side by side. */
    private static final int UNDER_WAY = 32;

    /** A moment, so that not more is worked than can be answered while LINE is as quick as ever. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Where time stands still, nothing is left under way when it moves on. */
    private static final Duration PATIENCE_OF_MANUAL_CLOCK = Duration.ofMinutes(1);

    /** A reply that waits or is under way, and its end. */
    private record Task(PendingReply reply, String person, CompletableFuture<Void> end) {}

    private Replies replies;
    private LateReplies late;
    private Clock wallClock;
    private Duration patience;

    @Resource
    private ManagedExecutorService executor;

    private final Queue<Task> waiting = new LinkedList<>();
    private final Set<String> beingAnswered = new HashSet<>();

    /** For the proxy. */
    public ReplyDesk() {}

    @Inject
    ReplyDesk(Replies replies, LateReplies late, @WallTime Clock wallClock, Clock clock) {
        this(replies, late, wallClock, clock instanceof ManualClock ? PATIENCE_OF_MANUAL_CLOCK : PATIENCE);
    }

    ReplyDesk(Replies replies, LateReplies late, Clock wallClock, Duration patience) {
        this.replies = replies;
        this.late = late;
        this.wallClock = wallClock;
        this.patience = patience;
    }

    /** Sends these, several at the same time. @return done when it is known what became of each */
    public CompletableFuture<Void> send(List<PendingReply> due) {
        List<Task> tasks = due.stream()
                .map(reply -> new Task(reply, person(reply), new CompletableFuture<>()))
                .toList();
        synchronized (waiting) {
            waiting.addAll(tasks);
        }
        startNext();
        return CompletableFuture.allOf(tasks.stream().map(Task::end).toArray(CompletableFuture[]::new));
    }

    /** Waits a moment for those; what is still under way then goes on by itself. */
    public void await(Collection<CompletableFuture<Void>> sent) {
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private static String person(PendingReply reply) {
        return reply.organizationId() + "/" + reply.lineUserId().orElse(reply.replyToken());
    }

    private void startNext() {
        next().forEach(task -> outcome(task).whenComplete((outcome, failure) -> elsewhere(() -> end(task, outcome))));
    }

    /** Those that may begin: of one person one at a time, the first first. */
    private List<Task> next() {
        List<Task> next = new ArrayList<>();
        synchronized (waiting) {
            Set<String> before = new HashSet<>(beingAnswered);
            boolean place = true;
            for (Iterator<Task> tasks = waiting.iterator(); place && tasks.hasNext(); ) {
                Task task = tasks.next();
                // Whose token is gone needs no place at the connection; those behind came later.
                place = beingAnswered.size() < UNDER_WAY || tokenGone(task.reply());
                if (place && before.add(task.person())) {
                    tasks.remove();
                    beingAnswered.add(task.person());
                    next.add(task);
                }
            }
        }
        return next;
    }

    private CompletableFuture<Outcome> outcome(Task task) {
        PendingReply reply = task.reply();
        return tokenGone(reply)
                ? CompletableFuture.completedFuture(Outcome.TOKEN_GONE)
                : replies.reply(
                        reply.organizationId(),
                        reply.replyToken(),
                        reply.answered().replies());
    }

    private boolean tokenGone(PendingReply reply) {
        return Duration.between(reply.arrivedAt(), wallClock.instant()).compareTo(TOKEN_LASTS) > 0;
    }

    /** Not on a thread of the connection, which has no business with the database. */
    private void elsewhere(Runnable task) {
        Executor threads = executor == null ? Runnable::run : executor;
        try {
            threads.execute(task);
        } catch (RejectedExecutionException | IllegalStateException noThreadToSpare) {
            task.run();
        }
    }

    private void end(Task task, Outcome outcome) {
        try {
            if (outcome == Outcome.TOKEN_GONE) {
                late.push(task.reply());
            }
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "A reply was lost: {0}", FailureSummary.of(failure));
        } finally {
            synchronized (waiting) {
                beingAnswered.remove(task.person());
            }
            task.end().complete(null);
            startNext();
        }
    }
}
