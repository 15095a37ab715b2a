package jp.anpi.messaging.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import jp.anpi.foundation.DailyPurge;
import jp.anpi.foundation.DueWork;
import jp.anpi.foundation.FailureSummary;
import jp.anpi.messaging.BackOff;

/** Sends what waits in the outbox, most urgent first, a few requests at a time. */
@ApplicationScoped
public class OutboxSender implements DueWork {

    private static final Logger LOG = System.getLogger(OutboxSender.class.getName());

    /** Requests under way at once: enough to keep the channel busy, few enough that an alert need not wait. */
    private static final int AT_ONCE = 8;

    /** How long it can be looked up what was sent to how many. */
    private static final Duration KEPT = Duration.ofDays(35);

    private final DailyPurge purge = new DailyPurge();

    @Inject
    private OutboxDispatch dispatch;

    @Inject
    private OutboxTable table;

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public Optional<Instant> earliestDue() {
        return table.earliestDue();
    }

    @Override
    public boolean runSlice(Instant now) {
        purge.run(now, most -> table.purgeSettledBefore(now.minus(KEPT), most));
        try {
            return send(dispatch.announce(now, AT_ONCE));
        } catch (RuntimeException failure) {
            return sendEach(now);
        }
    }

    private boolean send(OutboxDispatch.Announced announced) {
        // Requests under way at once overtake each other: nothing less urgent sets out beside an alert (E-9).
        announced.going().stream()
                .collect(groupingBy(claim -> claim.message().priority(), TreeMap::new, toList()))
                .values()
                .forEach(dispatch::send);
        return announced.any();
    }

    /** One of the messages cannot be worked: the others go alone, and it waits (E-20). */
    private boolean sendEach(Instant now) {
        List<UUID> next = dispatch.next(now, AT_ONCE);
        for (UUID message : next) {
            try {
                send(dispatch.announceOne(message, now));
            } catch (RuntimeException failure) {
                LOG.log(
                        Level.ERROR,
                        "Message {0} fails and is set aside for a while: {1}",
                        message,
                        FailureSummary.of(failure));
                dispatch.setAside(message, now.plus(BackOff.LONGEST));
            }
        }
        return !next.isEmpty();
    }
}
