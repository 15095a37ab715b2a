package jp.anpi.foundation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import jp.anpi.foundation.ManualClock;

/**
 * Whether this node's clock says the same as the database's, within what a network and a busy machine explain.
 *
 * <p>A node that is minutes fast would alarm people early and take the others for dead; a slow one would ask late. Which
 * of two clocks is right nobody in here can know, so a node that disagrees does nothing that depends on the time, and
 * says so (E-16, E-18).
 */
@ApplicationScoped
public class ClockAgreement {

    /** No harm in an answer window of hours, and more than any machine drifts that asks for the time. */
    static final Duration TOLERATED = Duration.ofSeconds(30);

    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final Duration BETWEEN_IN_DISPUTE = Duration.ofSeconds(5);

    /** More than this between the clock and the time that passed: somebody has set it. */
    private static final Duration LEAP = Duration.ofSeconds(5);

    private static final Logger LOG = System.getLogger(ClockAgreement.class.getName());

    private Clock clock;
    private Supplier<Instant> database;
    private LongSupplier passing;
    private Instant comparedAt;
    private long comparedAtNanos;
    private Instant complainedAt = Instant.MIN;
    private volatile Optional<String> dispute = Optional.of("its clock was not compared with the database's yet");

    /** For the proxy. */
    public ClockAgreement() {}

    @Inject
    ClockAgreement(Clock clock, DatabaseClock database) {
        this(clock, database::read, System::nanoTime);
    }

    ClockAgreement(Clock clock, Supplier<Instant> database, LongSupplier passing) {
        this.clock = clock;
        this.database = database;
        this.passing = passing;
    }

    /** Looks again if it is time to. @return whether the clocks agree */
    synchronized boolean holds() {
        if (!isManual() && isDue()) {
            compare();
        }
        return dispute().isEmpty();
    }

    /** What the last comparison said: why this node's time is not to be trusted; empty where it is. */
    Optional<String> dispute() {
        return isManual() ? Optional.empty() : dispute;
    }

    private boolean isManual() {
        return clock instanceof ManualClock;
    }

    private boolean isDue() {
        if (comparedAt == null) {
            return true;
        }
        Duration onTheClock = Duration.between(comparedAt, clock.instant());
        Duration passed = Duration.ofNanos(passing.getAsLong() - comparedAtNanos);
        return passed.compareTo(dispute.isEmpty() ? BETWEEN : BETWEEN_IN_DISPUTE) >= 0
                || onTheClock.minus(passed).abs().compareTo(LEAP) > 0;
    }

    private void compare() {
        long asked = passing.getAsLong();
        Instant theirs = database.get();
        long answered = passing.getAsLong();
        Instant ours = clock.instant();
        Duration onTheWay = Duration.ofNanos(answered - asked);
        comparedAt = ours;
        comparedAtNanos = answered;
        // The answer may have been on its way all the time, or not at all: that much is not the clock's fault.
        Duration ahead = Duration.between(theirs, ours);
        boolean off = ahead.isNegative()
                ? ahead.abs().compareTo(TOLERATED) > 0
                : ahead.minus(onTheWay).compareTo(TOLERATED) > 0;
        judge(off, ahead);
    }

    private void judge(boolean off, Duration ahead) {
        if (off) {
            dispute = Optional.of("its clock is " + ahead.abs().toSeconds() + " s "
                    + (ahead.isNegative() ? "behind" : "ahead of") + " the database's");
            complain();
        } else if (dispute.isPresent()) {
            LOG.log(Level.INFO, "This node's clock agrees with the database's");
            dispute = Optional.empty();
            complainedAt = Instant.MIN;
        }
    }

    private void complain() {
        Instant now = clock.instant();
        if (complainedAt.equals(Instant.MIN)
                || Duration.between(complainedAt, now).abs().compareTo(BETWEEN) >= 0) {
            LOG.log(
                    Level.ERROR,
                    "THIS NODE DOES NO DUE WORK: {0}. Set the clocks of both by NTP; others go on meanwhile",
                    dispute.orElseThrow());
            complainedAt = now;
        }
    }
}
