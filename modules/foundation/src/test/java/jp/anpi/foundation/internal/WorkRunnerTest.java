package jp.anpi.foundation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** Waking: a burst of arrivals costs one thread, and what finds no thread is left to the tick. */
class WorkRunnerTest {

    private static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");

    private final FakeWork work = new FakeWork();
    private final WorkRunner runner = new WorkRunner(work);
    private final ReentrantLock turn = new ReentrantLock();
    private final List<Runnable> queued = new ArrayList<>();

    @Test
    void a_burst_of_arrivals_queues_one_drain() {
        for (int i = 0; i < 1000; i++) {
            runner.wakeInTurn(queued::add, turn, () -> NOON);
        }

        assertThat(queued).hasSize(1);
    }

    @Test
    void what_arrives_during_a_drain_is_drained_after_it() {
        work.whenRun(() -> runner.wakeInTurn(queued::add, turn, () -> NOON));
        runner.wakeInTurn(queued::add, turn, () -> NOON);

        queued.get(0).run();

        assertThat(queued).hasSize(2);
    }

    @Test
    void without_a_thread_whoever_woke_it_is_not_troubled_and_the_next_may() {
        assertThatCode(() -> runner.wakeInTurn(WorkRunnerTest::reject, turn, () -> NOON))
                .doesNotThrowAnyException();
        assertThatCode(() -> runner.wake(WorkRunnerTest::reject, () -> NOON, () -> {}))
                .doesNotThrowAnyException();

        runner.wakeInTurn(queued::add, turn, () -> NOON);
        runner.wake(queued::add, () -> NOON, () -> {});

        assertThat(queued).hasSize(2);
    }

    @Test
    void an_interrupt_that_was_meant_for_something_else_does_not_reach_the_work() {
        List<Boolean> interrupted = new ArrayList<>();
        work.due(NOON).due(NOON.plusSeconds(1)).whenRun(() -> {
            interrupted.add(Thread.currentThread().isInterrupted());
            // As a wait that ends early leaves it.
            Thread.currentThread().interrupt();
        });
        Thread.currentThread().interrupt();

        runner.drain(NOON.plusSeconds(1));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(interrupted).hasSize(3).containsOnly(false);
        assertThat(work.done()).hasSize(2);
    }

    private static void reject(Runnable task) {
        throw new RejectedExecutionException();
    }
}
