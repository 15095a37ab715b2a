package jp.anpi.scheduling.internal;

import java.time.Duration;
import java.time.Instant;
import jp.anpi.scheduling.EscalationPolicy;

/**
 * How far outages put an alert off (E-8): until the time to answer has passed anew, but not for ever. The first of them
 * sets the end, a day after the deadline or, where we return later than that, after our return: however many follow,
 * somebody is told by then.
 */
final class PutOff {

    static final Duration AT_MOST = Duration.ofHours(24);

    private PutOff() {}

    /** The deadline that the frozen policy sets; where it counts slots, the one that was reached. */
    static Instant deadline(CheckInRow checkIn, EscalationPolicy policy) {
        return policy.steps()
                .get(checkIn.nextStep())
                .delay()
                .map(checkIn.sentAt()::plus)
                .orElse(checkIn.nextStepAt());
    }

    /** The latest instant of the alert, now that an outage is over. */
    static Instant until(CheckInRow checkIn, EscalationPolicy policy, Instant now) {
        Instant set = checkIn.putOffUntil();
        if (set == null) {
            Duration most = AT_MOST.compareTo(policy.answerWindow()) > 0 ? AT_MOST : policy.answerWindow();
            return later(deadline(checkIn, policy), now).plus(most);
        }
        // Whom the asking has not reached yet could not answer it: the end waits for that, if for nothing else.
        return checkIn.waitsForAsking() ? later(set, now.plus(policy.answerWindow())) : set;
    }

    /** The deadline of somebody who was asked at that instant, after the outage. */
    static Instant afterAsking(CheckInRow checkIn, EscalationPolicy policy, Instant askedAt, Instant until) {
        Instant anew = later(deadline(checkIn, policy), askedAt.plus(policy.answerWindow()));
        return anew.isBefore(until) ? anew : until;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
