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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.anpi.foundation.DueWork;
import jp.anpi.foundation.Lateness;
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

    @Resource
    private ManagedExecutorService executor;

    private Clock clock;
    private Iterable<DueWork> kinds;
    private Iterable<Pulse> pulses;
    private ClockAgreement clockAgreement;
    private final ReentrantLock manualTurn = new ReentrantLock();
    private volatile List<WorkRunner> runners;
    private volatile boolean beating;
    private volatile boolean stopping;

    /** For the proxy. */
    public DueWorkLoop() {}

    @Inject
    DueWorkLoop(Clock clock, @Any Instance<DueWork> kinds, @Any Instance<Pulse> pulses, ClockAgreement clockAgreement) {
        this(clock, (Iterable<DueWork>) kinds, pulses, clockAgreement);
    }

    DueWorkLoop(Clock clock, Iterable<DueWork> kinds, Iterable<Pulse> pulses, ClockAgreement clockAgreement) {
        this.clock = clock;
        this.clockAgreement = clockAgreement;
        this.kinds = kinds;
        this.pulses = pulses;
    }

    @Override
    public void runDue() {
        if (!manual()) {
            if (isAlive()) {
                runners().forEach(this::wakeInBackground);
            }
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
            runner.wakeInTurn(executor, manualTurn, clock::instant);
        } else if (beating) {
            // Before the first beat nobody knows whether the silence that others would count was ours (E-8).
            wakeInBackground(runner);
        }
    }

    @Override
    public Optional<String> standstill() {
        return clockAgreement.dispute();
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

    @Override
    public Optional<Instant> nextDue() {
        return runners().stream()
                .map(runner -> runner.work().earliestDue())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    @Override
    public Map<String, Lateness> lateness() {
        Instant now = clock.instant();
        Map<String, Lateness> lateness = new LinkedHashMap<>();
        for (WorkRunner runner : runners()) {
            Optional<Instant> due = manual() ? Optional.empty() : runner.work().earliestDue();
            lateness.put(runner.work().name(), Lateness.of(due, now));
        }
        return lateness;
    }

    @Override
    public Instant advance(Duration by) {
        if (!(clock instanceof ManualClock manualClock)) {
            throw new IllegalStateException("Only a manual clock can be moved");
        }
        manualTurn.lock();
        try {
            return walk(manualClock.instant().plus(by), manualClock);
        } finally {
            manualTurn.unlock();
        }
    }

    /** Time passes also while the database is away and nobody can tell what is due: what was missed is done later. */
    private Instant walk(Instant target, ManualClock manualClock) {
        try {
            arriveAt(manualClock.instant(), manualClock);
            for (Instant next = nextDueAfter(manualClock.instant());
                    !next.isAfter(target);
                    next = nextDueAfter(manualClock.instant())) {
                arriveAt(next, manualClock);
            }
            if (target.isAfter(manualClock.instant())) {
                arriveAt(target, manualClock);
            }
            return target;
        } catch (CancellationException stopped) {
            throw stopped;
        } catch (RuntimeException unknownWhatIsDue) {
            manualClock.moveTo(target);
            throw unknownWhatIsDue;
        }
    }

    /**
     * Once the product is being stopped nothing due is done any more, so time must not pass either, nor may a heartbeat
     * say that the product lived through it.
     */
    private void arriveAt(Instant instant, ManualClock manualClock) {
        requireRunning();
        manualClock.moveTo(instant);
        drainAll();
        requireRunning();
    }

    private void requireRunning() {
        if (stopping) {
            throw new CancellationException("The product is being stopped");
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

    /** Where the beat fails, nothing is woken either, until one succeeds. */
    private boolean isAlive() {
        boolean alive = false;
        try {
            if (clockAgreement.holds()) {
                beat();
                alive = true;
            }
            return alive;
        } finally {
            beating = alive;
        }
    }

    private void beat() {
        Instant now = clock.instant();
        streamOf(pulses).sorted(Comparator.comparingInt(Pulse::order)).forEach(pulse -> pulse.beat(now));
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
        List<WorkRunner> collected = streamOf(kinds)
                .sorted(Comparator.comparingInt(DueWork::order))
                .map(WorkRunner::new)
                .toList();
        LOG.log(
                Level.INFO,
                "Due work: "
                        + collected.stream().map(runner -> runner.work().name()).toList());
        return collected;
    }

    private static <T> Stream<T> streamOf(Iterable<T> all) {
        return StreamSupport.stream(all.spliterator(), false);
    }

    @PreDestroy
    void stop() {
        stopping = true;
        runners().forEach(WorkRunner::stop);
    }
}
