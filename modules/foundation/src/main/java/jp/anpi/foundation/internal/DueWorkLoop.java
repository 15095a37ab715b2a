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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.anpi.foundation.DueWork;
import jp.anpi.foundation.FailureSummary;
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
    private static final Duration A_MOMENT = Duration.ofMillis(20);

    @Resource
    private ManagedExecutorService executor;

    private Clock clock;
    private Iterable<DueWork> kinds;
    private Iterable<Pulse> pulses;
    private ClockAgreement clockAgreement;
    private DueDates.Source dueDates;
    private final AtomicBoolean lookingAround = new AtomicBoolean();
    private final ReentrantLock manualTurn = new ReentrantLock();
    private volatile List<WorkRunner> runners;
    private volatile boolean beating;
    private volatile boolean walking;
    private volatile boolean stopping;

    /** For the proxy. */
    public DueWorkLoop() {}

    @Inject
    DueWorkLoop(
            Clock clock,
            @Any Instance<DueWork> kinds,
            @Any Instance<Pulse> pulses,
            ClockAgreement clockAgreement,
            DueQuestion dueDates) {
        this(clock, (Iterable<DueWork>) kinds, pulses, clockAgreement, dueDates);
    }

    DueWorkLoop(
            Clock clock,
            Iterable<DueWork> kinds,
            Iterable<Pulse> pulses,
            ClockAgreement clockAgreement,
            DueDates.Source dueDates) {
        this.clock = clock;
        this.dueDates = dueDates;
        this.clockAgreement = clockAgreement;
        this.kinds = kinds;
        this.pulses = pulses;
    }

    @Override
    public void runDue() {
        if (!manual()) {
            if (isAlive()) {
                wakeDue();
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

    private void wakeDue() {
        DueDates dates = dates();
        Instant now = clock.instant();
        runners().stream().filter(runner -> dates.isDue(runner.work(), now)).forEach(this::wakeInBackground);
    }

    /** What one kind does is often the other's arrival: a decided question is a message to send. */
    private void wakeInBackground(WorkRunner runner) {
        runner.wake(executor, clock::instant, this::lookAround);
    }

    /** One look at a time waits for a thread: it finds whatever was done before. */
    private void lookAround() {
        if (lookingAround.compareAndSet(false, true)
                && !Background.started(executor, "a look at what is due", this::lookOnce)) {
            lookingAround.set(false);
        }
    }

    private void lookOnce() {
        // One look for all that is done in a moment: of a town that answers, each slice would ask for one.
        LockSupport.parkNanos(A_MOMENT.toNanos());
        lookingAround.set(false);
        try {
            if (beating) {
                wakeDue();
            }
        } catch (RuntimeException unknownWhatIsDue) {
            // The next tick asks again, and says so where that fails too.
            LOG.log(Level.DEBUG, "It cannot be told what is due: {0}", FailureSummary.of(unknownWhatIsDue));
        }
    }

    private DueDates dates() {
        return dueDates.of(runners().stream().map(WorkRunner::work).toList(), clock.instant());
    }

    @Override
    public Optional<Instant> nextDue() {
        return walking ? Optional.empty() : dates().earliest();
    }

    @Override
    public Map<String, Lateness> lateness() {
        Instant now = clock.instant();
        DueDates dates = dates();
        Map<String, Lateness> lateness = new LinkedHashMap<>();
        for (WorkRunner runner : runners()) {
            Optional<Instant> due = dates.of(runner.work())
                    .filter(counts -> !manual() && runner.work().mayBeLate());
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
            walking = true;
            return walk(manualClock.instant().plus(by), manualClock);
        } finally {
            walking = false;
            manualTurn.unlock();
        }
    }

    /** Time passes also while the database is away and nobody can tell what is due: what was missed is done later. */
    private Instant walk(Instant target, ManualClock manualClock) {
        try {
            Instant next = arriveAt(manualClock.instant(), manualClock);
            while (!next.isAfter(target)) {
                next = arriveAt(next, manualClock);
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
     *
     * @return when the next work falls due; what stays due although it was just tried waits until then
     */
    private Instant arriveAt(Instant instant, ManualClock manualClock) {
        requireRunning();
        manualClock.moveTo(instant);
        DueDates left = drainAll();
        requireRunning();
        return left.earliestAfter(instant).orElse(Instant.MAX);
    }

    private void requireRunning() {
        if (stopping) {
            throw new CancellationException("The product is being stopped");
        }
    }

    /**
     * In the order of kinds; what one of them does may be due for the next.
     *
     * @return what is left
     */
    private DueDates drainAll() {
        beat();
        Instant now = clock.instant();
        DueDates dates = dates();
        boolean any = true;
        while (any) {
            any = false;
            for (WorkRunner runner : runners()) {
                if (dates.isDue(runner.work(), now)) {
                    any |= runner.drain(now);
                    dates = dates();
                }
            }
        }
        return dates;
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
