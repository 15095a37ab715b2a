package jp.anpi.townlife;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jp.anpi.townlife.Disturbance.Kind;

/**
 * The rules of {@code CONNECT_HEART} as plainly as they can be said, with what E-8 allows: when at the latest somebody
 * silent must be reported, and what must have happened before anybody may be alarmed.
 */
final class Reference {

    static final Duration REMIND = Duration.ofHours(24);
    static final Duration ALERT = Duration.ofHours(27);
    static final Duration ANSWER_WINDOW = Duration.ofHours(3);

    /** Instants that are the same but for the second in which LINE took the message. */
    static final Duration ABOUT = Duration.ofMinutes(1);

    private final List<Disturbance> disturbances;

    Reference(List<Disturbance> disturbances) {
        this.disturbances = disturbances;
    }

    boolean disturbed(Instant from, Instant until) {
        return disturbances.stream().anyMatch(one -> one.kind().hindersTalk() && one.overlaps(from, until));
    }

    Stream<Disturbance> at(Instant instant) {
        return disturbances.stream()
                .filter(one -> !one.began().isAfter(instant) && !one.ended().isBefore(instant));
    }

    /**
     * Those that may be the reason of a late question at that instant. While the month's messages run short, each answer
     * sets free what was kept for that person, so that a question that was held goes before the shortage is over.
     */
    Stream<Disturbance> disturbancesBefore(Instant at) {
        return disturbances.stream()
                .filter(one -> (!one.ended().isAfter(at)
                                || one.kind() == Kind.QUOTA_SHORT && one.began().isBefore(at))
                        && !one.askedAgainBy().plus(ABOUT).isBefore(at));
    }

    /**
     * When somebody who says nothing since that slot must be reported at the latest. A question that could not be asked
     * is asked after the disturbance; who was to be reported in one, or within three hours after one, is asked again
     * first.
     */
    Instant deadline(Grid grid, Instant slot) {
        Instant asked = slot;
        for (Disturbance one : at(slot).toList()) {
            Instant next = grid.after(slot);
            asked = next.isAfter(one.ended()) && next.isBefore(one.askedAgainBy()) ? next : one.askedAgainBy();
        }
        Instant deadline = asked.plus(ALERT);
        for (Disturbance one : disturbances) {
            if (touches(one, asked, deadline)) {
                Instant later = one.askedAgainBy().plus(ANSWER_WINDOW);
                deadline = later.isAfter(deadline) ? later : deadline;
            }
        }
        return deadline.plus(ABOUT);
    }

    private static boolean touches(Disturbance one, Instant asked, Instant deadline) {
        return one.kind().hindersTalk()
                && one.noticed().isAfter(asked)
                && one.began().isBefore(deadline.plus(ABOUT))
                && one.noticed().isAfter(deadline.minus(ANSWER_WINDOW));
    }
}
