package jp.anpi.messaging.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.anpi.foundation.DueWork;
import jp.anpi.foundation.FailureSummary;
import jp.anpi.foundation.PassingFailure;
import jp.anpi.messaging.MessageChannel;
import jp.anpi.messaging.QuotaReading;
import jp.anpi.messaging.ReserveEstimate;
import jp.anpi.messaging.ReserveEstimate.FollowUps;

/**
 * Reads the month's messages of each organization at least hourly, more often while something waits for them, and at the
 * beginning of each month; what was held then goes as far as there is room (E-9).
 */
@ApplicationScoped
public class QuotaWatch implements DueWork {

    private static final Logger LOG = System.getLogger(QuotaWatch.class.getName());
    private static final Duration INTERVAL = Duration.ofHours(1);

    @Inject
    private QuotaTable table;

    @Inject
    private QuotaRenewal renewal;

    @Inject
    private MessageChannel channel;

    @Inject
    @Any
    private Instance<ReserveEstimate> estimates;

    @Override
    public String name() {
        return "quota";
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public String firstDue() {
        return QuotaTable.FIRST_DUE;
    }

    @Override
    public boolean runSlice(Instant now) {
        var due = table.claimReadings(now, inThisMonth(now, INTERVAL), inThisMonth(now, QuotaLedger.SOON));
        due.forEach(organization -> renew(organization, now));
        return !due.isEmpty();
    }

    private static Instant inThisMonth(Instant now, Duration interval) {
        Instant next = now.plus(interval);
        Instant end = QuotaMonth.endOf(now);
        return next.isBefore(end) ? next : end;
    }

    private void renew(QuotaTable.Due due, Instant now) {
        Optional<QuotaReading> reading = channel.readQuota(due.organizationId());
        MessageQuota quota = reading.isPresent()
                ? renewal.keep(due, reading.get(), followUps(due.organizationId(), reading.get()), now)
                : renewal.keep(due, now);
        Optional<MessageQuota> left = Optional.of(quota);
        while (left.isPresent()) {
            left = release(left.get(), now);
        }
    }

    /** Where one of the messages cannot be worked, they go one by one: it holds none of the others back (E-20). */
    private Optional<MessageQuota> release(MessageQuota left, Instant now) {
        try {
            return renewal.release(left, now);
        } catch (RuntimeException failure) {
            PassingFailure.rethrow(failure);
            LOG.log(Level.WARNING, "Held messages go one by one: {0}", FailureSummary.of(failure));
            return releaseEach(left, now);
        }
    }

    private Optional<MessageQuota> releaseEach(MessageQuota quota, Instant now) {
        Optional<MessageQuota> left = Optional.of(quota);
        for (UUID message : renewal.next(quota.organizationId())) {
            if (left.isPresent()) {
                left = releaseOne(left.get(), message, now);
            }
        }
        return left;
    }

    private Optional<MessageQuota> releaseOne(MessageQuota left, UUID message, Instant now) {
        try {
            return renewal.release(left, message, now);
        } catch (RuntimeException failure) {
            PassingFailure.rethrow(failure);
            renewal.handOver(message);
            return Optional.of(left);
        }
    }

    /** Without a limit nobody needs to know. */
    private FollowUps followUps(int organization, QuotaReading reading) {
        return reading.limit().isEmpty()
                ? FollowUps.NONE
                : estimates.stream()
                        .map(estimate -> estimate.followUps(organization))
                        .reduce(FollowUps.NONE, FollowUps::plus);
    }
}
