package jp.anpi.line.internal.webhook;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Runs lanes of work at the same time, and returns when every one of them has ended, however the others fared. */
final class SideBySide {

    private SideBySide() {}

    static void run(List<Runnable> lanes, Executor executor) {
        // A single lane needs no other thread.
        Executor threads = lanes.size() > 1 ? executor : Runnable::run;
        CompletableFuture<?>[] running =
                lanes.stream().map(lane -> start(lane, threads)).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(running).join();
    }

    private static CompletableFuture<Void> start(Runnable lane, Executor threads) {
        try {
            return CompletableFuture.runAsync(lane, threads);
        } catch (RejectedExecutionException | IllegalStateException noThreadToSpare) {
            return CompletableFuture.runAsync(lane, Runnable::run);
        }
    }
}
