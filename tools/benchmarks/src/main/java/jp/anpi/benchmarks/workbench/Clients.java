package jp.anpi.benchmarks.workbench;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import jp.anpi.launcher.LaunchFailure;

/** So many who do the same at the same time, each on a thread of its own. */
public final class Clients {

    private Clients() {}

    /**
     * Returns when all have ended.
     *
     * @param work what one does, by its number from 0
     */
    public static void run(int count, IntConsumer work) {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<? extends Future<?>> running = IntStream.range(0, count)
                    .mapToObj(client -> threads.submit(() -> work.accept(client)))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted");
        } finally {
            threads.shutdownNow();
        }
    }
}
