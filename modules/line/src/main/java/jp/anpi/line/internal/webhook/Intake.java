package jp.anpi.line.internal.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Stores deliveries, those that arrive side by side in one transaction: while one thread stores, others gather, and one of
 * them stores for all that have. Nobody waits for company, and each returns when what it brought is committed.
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

    private EventStore store;
    private List<Waiting> gathered = new ArrayList<>();
    private boolean storing;

    /** For the proxy. */
    public Intake() {}

    @Inject
    Intake(EventStore store) {
        this.store = store;
    }

    /** @throws RuntimeException when it could not be stored */
    void store(ReceivedDelivery delivery) {
        Waiting own = new Waiting(delivery, new CompletableFuture<>());
        join(own);
        switch (own.turn().join()) {
            case TOGETHER -> storeGathered(own);
            case ALONE -> store.store(List.of(delivery));
            case STORED -> {
                // Somebody has done it.
            }
        }
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
