package jp.anpi.scheduling;

import java.time.Instant;

/** What became of the questions of a period, in numbers: silence and our own failure to ask stand apart (E-2, E-8). */
public interface CheckInStatistics {

    /**
     * Figures of the questions that were opened in a period.
     *
     * @param asked accepted by the channel
     * @param answeredInTime an OK before anybody was told, without a reminder
     * @param answeredAfterReminder an OK before anybody was told, after a reminder
     * @param answeredAfterAlert an OK after somebody was told
     * @param silent somebody was told, and no answer has come
     * @param couldNotBeAsked we could not ask, which is nobody's silence
     * @param skipped away
     * @param unreachable they blocked us
     * @param askedAgainAfterOutage an outage of ours put their deadline off; these are counted above as well
     */
    record Figures(
            long asked,
            long answeredInTime,
            long answeredAfterReminder,
            long answeredAfterAlert,
            long silent,
            long couldNotBeAsked,
            long skipped,
            long unreachable,
            long askedAgainAfterOutage) {}

    /** How many are asked at this moment and have not answered, whenever they were asked, and of whom nobody was told yet. */
    long waiting(int organizationId);

    /** @param until exclusive */
    Figures of(int organizationId, Instant from, Instant until);
}
