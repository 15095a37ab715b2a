package jp.anpi.announcements;

import java.util.Optional;
import jp.anpi.messaging.QuotaStatus;

/**
 * Whom an announcement would reach now, and what that costs.
 *
 * @param people who would get it; LINE counts one message for each
 * @param outOfReach who is meant but blocked the account
 * @param away who is left out because of a pause
 * @param quota the month's messages as last known
 */
public record Reach(long people, long outOfReach, long away, Optional<QuotaStatus> quota) {

    /** Whether the month's messages have room for all of it beside what is kept back for alerts; true where unlimited. */
    public boolean fits() {
        return quota.filter(status -> status.remaining().isPresent())
                .map(status -> people <= status.remaining().getAsLong() - status.reserve())
                .orElse(true);
    }
}
