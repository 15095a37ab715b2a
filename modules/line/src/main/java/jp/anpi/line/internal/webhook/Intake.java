package jp.anpi.line.internal.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Stores deliveries, those that arrive side by side in one transaction: while one thread stores, others gather, and one of
 * them stores for all that have. Nobody waits for company, nor long for one that hangs, and each returns when what it
 * brought is committed.
 */
@ApplicationScoped
public class Intake {

    private enum Turn {
        /** To store what has gathered. */
        TOGETHER,
        /** Together it failed, and one of the others may be to blame. */
        ALONE,
        STORED
    }

    private record Waiting(ReceivedDelivery delivery, CompletableFuture<Turn> turn) {}

    /** Far longer than a commit takes, and short for LINE, which gives two seconds. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private EventStore store;
    private Duration patience;
    private List<Waiting> gathered = new ArrayList<>();
    private boolean storing;

    /** For the proxy. */
    public Intake() {}

    @Inject
    Intake(EventStore store) {
        this(store, PATIENCE);
    }

    Intake(EventStore store, Duration patience) {
        this.store = store;
        this.patience = patience;
    }

    /** @throws RuntimeException when it could not be stored */
    void store(ReceivedDelivery delivery) {
        Waiting own = new Waiting(delivery, new CompletableFuture<>());
        join(own);
        switch (await(own)) {
            case TOGETHER -> storeGathered(own);
            case ALONE -> store.store(List.of(delivery));
            case STORED -> {
                // Somebody has done it.
            }
        }
    }

    private Turn await(Waiting own) {
        try {
            return own.turn().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException somebodyHangs) {
            return leave(own);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return leave(own);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Goes alone, since the connection of whoever stores may be dead: storing twice does no harm. Unless its turn has come
     * meanwhile, for then the others wait for it.
     */
    private synchronized Turn leave(Waiting own) {
        if (!own.turn().isDone()) {
            gathered.remove(own);
        }
        return own.turn().getNow(Turn.ALONE);
    }

    private synchronized void join(Waiting own) {
        gathered.add(own);
        if (!storing) {
            storing = true;
            own.turn().complete(Turn.TOGETHER);
        }
    }

    private void storeGathered(Waiting own) {
        List<Waiting> together = take();
        Turn outcome = Turn.ALONE;
        try {
            store.store(together.stream().map(Waiting::delivery).toList());
            outcome = Turn.STORED;
        } catch (RuntimeException failure) {
            if (together.size() == 1) {
                throw failure;
            }
        } finally {
            passOn();
            for (Waiting one : together) {
                one.turn().complete(outcome);
            }
        }
        if (outcome == Turn.ALONE) {
            store.store(List.of(own.delivery()));
        }
    }

    private synchronized List<Waiting> take() {
        List<Waiting> all = gathered;
        gathered = new ArrayList<>();
        return all;
    }

    private synchronized void passOn() {
        storing = !gathered.isEmpty();
        if (storing) {
            gathered.get(0).turn().complete(Turn.TOGETHER);
        }
    }
}
