package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import jp.anpi.foundation.Pulse;
import org.jdbi.v3.core.Jdbi;

/**
 * Sees that the month's partitions, and those of the months around it, exist before anything is written; a tap of the
 * last evening may arrive on the first of a month.
 */
@ApplicationScoped
public class MonthPartitions implements Pulse {

    @Inject
    private Jdbi jdbi;

    private YearMonth ensured;

    @Override
    public int order() {
        return 0;
    }

    @Override
    public synchronized void beat(Instant now) {
        YearMonth month = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        if (!month.equals(ensured)) {
            jdbi.useHandle(handle -> handle.createQuery("select ensure_month_partitions(:month)")
                    .bind("month", month.minusMonths(1).atDay(1))
                    .map((row, context) -> month)
                    .list());
            ensured = month;
        }
    }
}
