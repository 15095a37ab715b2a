package jp.anpi.messaging.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import jp.anpi.foundation.DueRow;
import jp.anpi.foundation.DueWork;
import jp.anpi.foundation.FailureSummary;
import jp.anpi.foundation.PassingFailure;
import jp.anpi.foundation.SetAside;
import jp.anpi.messaging.BackOff;
import jp.anpi.messaging.Priority;

/** Sends what waits in the outbox, most urgent first, so many requests at a time. */
@ApplicationScoped
public class OutboxSender implements DueWork {

    static final String NAME = "outbox";

    private static final Logger LOG = System.getLogger(OutboxSender.class.getName());

    /** Alerts in one transaction: an alert is about one person, so that many of them are many small requests. */
    private static final int ALERTS_AT_ONCE = 500;

    /** Others: each may be for 500 people, and an alert that comes meanwhile waits for so many of them at most (E-9). */
    private static final int OTHERS_AT_ONCE = 8;

    private static final int DRAINS = 2;

    private final ReentrantLock others = new ReentrantLock();

    @Inject
    private OutboxDispatch dispatch;

    @Inject
    private SetAside setAside;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public String firstDue() {
        return OutboxTable.FIRST_DUE;
    }

    @Override
    public boolean runSlice(Instant now) {
        // Nothing less urgent sets out beside an alert.
        return sendNext(now, Priority.ALERT, ALERTS_AT_ONCE) || sendOthers(now);
    }

    /** Only one drain at a time sends these, so that an alert waits for one batch at most (E-9). */
    private boolean sendOthers(Instant now) {
        if (!others.tryLock()) {
            return false;
        }
        try {
            return sendNext(now, Priority.ANNOUNCEMENT, OTHERS_AT_ONCE);
        } finally {
            others.unlock();
        }
    }

    /** While one sends, another writes down what became of its batch, or claims the next. */
    @Override
    public int parallelism() {
        return DRAINS;
    }

    private boolean sendNext(Instant now, Priority leastUrgent, int most) {
        try {
            return send(dispatch.announce(now, leastUrgent, most));
        } catch (RuntimeException failure) {
            PassingFailure.rethrow(failure);
            return sendEach(now, leastUrgent, most);
        }
    }

    private boolean send(OutboxDispatch.Announced announced) {
        // Requests under way at once overtake each other.
        announced.going().stream()
                .collect(groupingBy(claim -> claim.message().priority(), TreeMap::new, toList()))
                .values()
                .forEach(dispatch::send);
        return announced.any();
    }

    /** One of the messages cannot be worked: the others go alone, and it waits (E-20). */
    private boolean sendEach(Instant now, Priority leastUrgent, int most) {
        List<DueRow> next = dispatch.next(now, leastUrgent, most);
        for (DueRow row : next) {
            UUID message = UUID.fromString(row.key());
            try {
                send(dispatch.announceOne(message, now));
            } catch (RuntimeException failure) {
                PassingFailure.rethrow(failure);
                String error = FailureSummary.of(failure);
                LOG.log(Level.ERROR, "Message {0} fails and is set aside for a while: {1}", message, error);
                dispatch.setAside(message, now.plus(BackOff.LONGEST));
                setAside.failed(NAME, row, error, now, Optional.of(now.plus(BackOff.LONGEST)));
                tellOwner(message, now);
            }
        }
        return !next.isEmpty();
    }

    /** What it is about goes on without it: somebody's alert, after a reminder that cannot be read. */
    private void tellOwner(UUID message, Instant now) {
        try {
            dispatch.cannotBeWorked(message, now);
        } catch (RuntimeException failure) {
            PassingFailure.rethrow(failure);
            LOG.log(Level.ERROR, "Nobody can be told that message {0} fails: {1}", message, FailureSummary.of(failure));
        }
    }
}
