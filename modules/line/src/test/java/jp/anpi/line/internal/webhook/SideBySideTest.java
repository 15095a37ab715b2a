package jp.anpi.line.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lanes of webhook events: none is lost, and none runs on when the others are done with. */
class SideBySideTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<String> done = new ConcurrentLinkedQueue<>();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void without_a_thread_to_spare_a_lane_runs_here_and_those_under_way_are_waited_for() {
        CountDownLatch secondRan = new CountDownLatch(1);
        Semaphore free = new Semaphore(1);
        Executor oneThread = task -> {
            if (!free.tryAcquire()) {
                throw new RejectedExecutionException();
            }
            threads.execute(task);
        };

        SideBySide.run(
                List.of(
                        () -> {
                            awaitQuietly(secondRan);
                            done.add("first");
                        },
                        () -> {
                            done.add("second");
                            secondRan.countDown();
                        }),
                oneThread);

        assertThat(done).containsExactly("second", "first");
    }

    @Test
    void a_lane_that_breaks_off_ends_no_other() {
        CountDownLatch broken = new CountDownLatch(1);

        assertThatThrownBy(() -> SideBySide.run(
                        List.of(
                                () -> {
                                    broken.countDown();
                                    throw new StackOverflowError();
                                },
                                () -> {
                                    awaitQuietly(broken);
                                    done.add("second");
                                }),
                        threads))
                .hasCauseInstanceOf(StackOverflowError.class);

        assertThat(done).containsExactly("second");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
