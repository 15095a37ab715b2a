package jp.anpi.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How the month's messages of one organization stand (E-9), counted by recipients.
 *
 * @param limit empty where the plan has none, or the channel has not told
 * @param used as last read, and what was sent since; empty before the first reading of the month
 * @param remaining empty where there is no limit, or none known
 * @param reserve kept for reminders, alerts and all-clears
 * @param readAt when the channel last told; may lie in an earlier month
 * @param held what waits for room, one entry for each priority that does
 */
public record QuotaStatus(
        int organizationId,
        QuotaLevel level,
        OptionalLong limit,
        OptionalLong used,
        OptionalLong remaining,
        long reserve,
        Optional<Instant> readAt,
        List<Held> held) {

    /**
     * What waits.
     *
     * @param since when the oldest of it was held back
     * @param recipients how many copies, of which some may not be wanted any more when there is room
     */
    public record Held(Priority priority, Instant since, long messages, long recipients) {}
}
