package jp.anpi.line.internal.webhook;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import jp.anpi.foundation.Counted;
import jp.anpi.foundation.DueWork;
import jp.anpi.foundation.FailureSummary;
import jp.anpi.foundation.PassingFailure;

/**
 * Works what arrived, the oldest first, each person's events in their order and several persons side by side: a town answers
 * its morning question within minutes. Replies are sent meanwhile, and while LINE is slow to take them the next events are
 * worked all the same, for one of them may be a call for help (E-11).
 */
@ApplicationScoped
public class WebhookInbox implements DueWork {

    static final String NAME = "webhook";

    private static final Logger LOG = Logger.getLogger(WebhookInbox.class.getName());
    private static final int SLICE = 200;
    private static final int LANES = 16;

    @Inject
    private WebhookEvents events;

    @Inject
    private EventSlice slice;

    @Inject
    private EventWorker worker;

    @Inject
    private ReplyDesk replies;

    @Inject
    private Event<Counted> counted;

    @Resource
    private ManagedExecutorService executor;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public String firstDue() {
        return WebhookEvents.FIRST_DUE;
    }

    @Override
    public Optional<Instant> firstThatNeedNotWait(Instant first, Instant now) {
        return events.firstDue(now);
    }

    @Override
    public boolean runSlice(Instant now) {
        EventSlice.Outcome together = together(now);
        List<WebhookEvents.Key> keys = together.left();
        Queue<CompletableFuture<Void>> sent = new ConcurrentLinkedQueue<>();
        sent.add(replies.send(together.replies()));
        Queue<WebhookEvents.Key> failed = new ConcurrentLinkedQueue<>();
        SideBySide.run(lanes(keys, key -> work(key, now, sent).ifPresent(failure -> failed.add(key))), executor);
        // What two persons did at once may have got in each other's way: once more, alone, before it counts as failed.
        long failures = failed.stream()
                .filter(key -> work(key, now, sent)
                        .map(failure -> failed(key, failure, now))
                        .isPresent())
                .count();
        replies.await(sent);
        count("worked", together.worked() + keys.size() - failures);
        return together.worked() + keys.size() > 0;
    }

    /** Where one of them spoils it for all, each goes alone (E-20). */
    private EventSlice.Outcome together(Instant now) {
        try {
            return slice.work(now, SLICE);
        } catch (RuntimeException failure) {
            PassingFailure.rethrow(failure);
            LOG.log(Level.WARNING, "Events failed together, they go one by one: {0}", FailureSummary.of(failure));
            return new EventSlice.Outcome(0, List.of(), events.waiting(now, SLICE));
        }
    }

    private void count(String outcome, long events) {
        counted.fire(new Counted("anpi_webhook_events", Map.of("outcome", outcome), events));
    }

    /** One person's events are in one of them. */
    private static List<Runnable> lanes(List<WebhookEvents.Key> keys, Consumer<WebhookEvents.Key> work) {
        return keys.stream()
                .collect(Collectors.groupingBy(key -> Math.floorMod(key.person().hashCode(), LANES)))
                .values()
                .stream()
                .<Runnable>map(lane -> () -> lane.forEach(work))
                .collect(Collectors.toList());
    }

    /** @return why it failed */
    private Optional<RuntimeException> work(WebhookEvents.Key key, Instant now, Queue<CompletableFuture<Void>> sent) {
        try {
            worker.work(key, now).map(List::of).map(replies::send).ifPresent(sent::add);
            return Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of(failure);
        }
    }

    /** @return whether it will be tried again */
    private boolean failed(WebhookEvents.Key key, RuntimeException failure, Instant now) {
        String error = FailureSummary.of(failure);
        LOG.log(Level.WARNING, "Webhook event {0} failed: {1}", new Object[] {key.id(), error});
        boolean again = events.failed(key, error, now);
        count(again ? "failed" : "given_up", 1);
        return again;
    }
}
