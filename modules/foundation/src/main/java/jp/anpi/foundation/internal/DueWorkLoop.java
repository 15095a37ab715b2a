package jp.anpi.foundation.internal;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import jp.anpi.foundation.DueWork;
import jp.anpi.foundation.ManualClock;
import jp.anpi.foundation.Pulse;
import jp.anpi.foundation.WorkLoop;

/**
 * Runs the due work.
 *
 * <p>On the system clock each kind has its own background drain, so that a wave of questions delays no alert. On the
 * manual clock everything runs one after the other under one lock, so that the order is the order of time.
 */
@ApplicationScoped
public class DueWorkLoop implements WorkLoop {

    private static final Logger LOG = System.getLogger(DueWorkLoop.class.getName());

    @Inject
    private Clock clock;

    @Inject
    @Any
    private Instance<DueWork> kinds;

    @Inject
    @Any
    private Instance<Pulse> pulses;

    @Resource
    private ManagedExecutorService executor;

    private final ReentrantLock manualTurn = new ReentrantLock();
    private volatile List<WorkRunner> runners;

    @Override
    public void runDue() {
        if (!manual()) {
            beat();
            runners().forEach(this::wakeInBackground);
        } else if (manualTurn.tryLock()) {
            try {
                drainAll();
            } finally {
                manualTurn.unlock();
            }
        }
    }

    @Override
    public void wake(DueWork work) {
        WorkRunner runner = runners().stream()
                .filter(candidate -> candidate.work().name().equals(work.name()))
                .findFirst()
                .orElseThrow();
        if (manual()) {
            executor.execute(() -> drainManually(runner));
        } else {
            wakeInBackground(runner);
        }
    }

    private void wakeInBackground(WorkRunner runner) {
        runner.wake(executor, clock::instant, () -> wakeOthers(runner));
    }

    /** What one kind does is often the other's arrival: a decided question is a message to send. */
    private void wakeOthers(WorkRunner done) {
        for (WorkRunner other : runners()) {
            if (other != done) {
                other.wake(executor, clock::instant, () -> {});
            }
        }
    }

    private void drainManually(WorkRunner runner) {
        manualTurn.lock();
        try {
            runner.drain(clock.instant());
        } finally {
            manualTurn.unlock();
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        return runners().stream()
                .map(runner -> runner.work().earliestDue())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    @Override
    public Instant advance(Duration by) {
        if (!(clock instanceof ManualClock manualClock)) {
            throw new IllegalStateException("Only a manual clock can be moved");
        }
        manualTurn.lock();
        try {
            Instant target = manualClock.instant().plus(by);
            drainAll();
            for (Instant next = nextDueAfter(manualClock.instant());
                    !next.isAfter(target);
                    next = nextDueAfter(manualClock.instant())) {
                manualClock.moveTo(next);
                drainAll();
            }
            manualClock.moveTo(target);
            drainAll();
            return target;
        } finally {
            manualTurn.unlock();
        }
    }

    /** Work that stays due although it was just tried waits for the next instant at which anything else is due. */
    private Instant nextDueAfter(Instant now) {
        return runners().stream()
                .map(runner -> runner.work().earliestDue())
                .flatMap(Optional::stream)
                .filter(due -> due.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    private void drainAll() {
        beat();
        Instant now = clock.instant();
        boolean any = true;
        while (any) {
            any = false;
            for (WorkRunner runner : runners()) {
                any |= runner.drain(now);
            }
        }
    }

    private void beat() {
        Instant now = clock.instant();
        pulses.stream().sorted(Comparator.comparingInt(Pulse::order)).forEach(pulse -> pulse.beat(now));
    }

    private boolean manual() {
        return clock instanceof ManualClock;
    }

    private List<WorkRunner> runners() {
        List<WorkRunner> known = runners;
        if (known == null) {
            synchronized (this) {
                known = Objects.requireNonNullElseGet(runners, this::collectRunners);
                runners = known;
            }
        }
        return known;
    }

    private List<WorkRunner> collectRunners() {
        List<WorkRunner> collected = kinds.stream()
                .sorted(Comparator.comparingInt(DueWork::order))
                .map(WorkRunner::new)
                .toList();
        LOG.log(
                Level.INFO,
                "Due work: "
                        + collected.stream().map(runner -> runner.work().name()).toList());
        return collected;
    }

    @PreDestroy
    void stop() {
        runners().forEach(WorkRunner::stop);
    }
}
