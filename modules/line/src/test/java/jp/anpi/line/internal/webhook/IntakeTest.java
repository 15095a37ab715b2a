package jp.anpi.line.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Deliveries that arrive side by side: each is stored when its sender is told so, and none pays for another. */
class IntakeTest {

    private static final int SPOILT = 3;

    private final CountDownLatch slow = new CountDownLatch(1);
    private final Queue<List<Integer>> stored = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> told = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> refused = new ConcurrentLinkedQueue<>();
    private final Intake intake = new Intake(
            new EventStore() {
                @Override
                public void store(Collection<ReceivedDelivery> deliveries) {
                    List<Integer> numbers = deliveries.stream()
                            .map(ReceivedDelivery::organizationId)
                            .toList();
                    await(slow);
                    if (numbers.contains(SPOILT)) {
                        throw new IllegalStateException("spoilt");
                    }
                    stored.add(numbers);
                }
            },
            Duration.ofHours(1));

    @Test
    void those_that_arrive_while_one_is_stored_are_stored_together() throws InterruptedException {
        List<Thread> senders = arrive(0, 1, 2, 4, 5);
        assertThat(told).isEmpty();
        slow.countDown();
        end(senders);
        assertThat(stored).hasSize(2).first().isEqualTo(List.of(0));
        assertThat(stored.stream().flatMap(List::stream)).containsExactlyInAnyOrder(0, 1, 2, 4, 5);
        assertThat(told).hasSize(5);
    }

    @Test
    void one_that_cannot_be_stored_is_refused_alone() throws InterruptedException {
        List<Thread> senders = arrive(0, 1, 2, SPOILT, 4);
        slow.countDown();
        end(senders);
        assertThat(told).containsExactlyInAnyOrder(0, 1, 2, 4);
        assertThat(refused).containsExactly(SPOILT);
        assertThat(stored.stream().flatMap(List::stream)).containsExactlyInAnyOrder(0, 1, 2, 4);

        end(arrive(6));
        assertThat(told).as("and it goes on").contains(6);
    }

    @Test
    void one_whose_connection_hangs_holds_up_nobody_else() throws InterruptedException {
        Intake impatient = new Intake(
                new EventStore() {
                    @Override
                    public void store(Collection<ReceivedDelivery> deliveries) {
                        if (deliveries.stream().anyMatch(one -> one.organizationId() == 0)) {
                            await(slow);
                        }
                    }
                },
                Duration.ofMillis(20));
        Thread hanging = new Thread(() -> send(impatient, 0));
        hanging.start();
        while (hanging.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        send(impatient, 1);
        send(impatient, 2);
        assertThat(told).containsExactly(1, 2);
        slow.countDown();
        hanging.join();
        send(impatient, 4);
        assertThat(told).containsExactly(1, 2, 0, 4);
    }

    /** One after the other, so that the first is being stored while the others come. */
    private List<Thread> arrive(int... numbers) {
        List<Thread> senders = new ArrayList<>();
        for (int number : numbers) {
            Thread sender = new Thread(() -> send(number));
            sender.start();
            while (!waits(sender) && sender.isAlive()) {
                Thread.onSpinWait();
            }
            senders.add(sender);
        }
        return senders;
    }

    private static boolean waits(Thread sender) {
        return sender.getState() == Thread.State.WAITING || sender.getState() == Thread.State.TIMED_WAITING;
    }

    private void send(int number) {
        send(intake, number);
    }

    private void send(Intake into, int number) {
        try {
            into.store(new ReceivedDelivery(number, List.of(), Instant.EPOCH, Instant.EPOCH));
            told.add(number);
        } catch (IllegalStateException spoilt) {
            refused.add(number);
        }
    }

    private static void end(List<Thread> senders) throws InterruptedException {
        for (Thread sender : senders) {
            sender.join();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
