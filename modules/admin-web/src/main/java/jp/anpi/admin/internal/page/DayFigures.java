package jp.anpi.admin.internal.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.anpi.foundation.WallTime;
import jp.anpi.scheduling.CheckInStatistics;
import jp.anpi.scheduling.CheckInStatistics.Figures;

/** The day's questions in numbers, counted at most every two seconds, however many look. */
@ApplicationScoped
public class DayFigures {

    private static final Duration FRESH = Duration.ofSeconds(2);

    /**
     * What became of the questions of a day.
     *
     * @param waiting at this moment, whenever they were asked: as what stands beside it, not of that day's questions only
     */
    public record Day(long asked, long answered, long couldNotBeAsked, long waiting) {

        static Day of(Figures figures, long waiting) {
            return new Day(
                    figures.asked(),
                    figures.answeredInTime() + figures.answeredAfterReminder() + figures.answeredAfterAlert(),
                    figures.couldNotBeAsked(),
                    waiting);
        }
    }

    private record Counted(Instant wall, Instant now, Day day) {

        /** Whichever clock is moved, what was counted before is of another moment. */
        boolean fresh(Instant wallNow, Instant productNow) {
            return wall.plus(FRESH).isAfter(wallNow) && now.plus(FRESH).isAfter(productNow);
        }
    }

    private final Map<Integer, Counted> counted = new ConcurrentHashMap<>();

    @Inject
    private CheckInStatistics statistics;

    @Inject
    @WallTime
    private Clock wall;

    Day of(int organizationId, Instant dayBegan, Instant now) {
        Instant at = wall.instant();
        return counted.compute(
                        organizationId,
                        (id, before) -> before != null && before.fresh(at, now) ? before : count(id, dayBegan, at, now))
                .day();
    }

    private Counted count(int organizationId, Instant dayBegan, Instant at, Instant now) {
        Figures figures = statistics.of(organizationId, dayBegan, now.plusMillis(1));
        return new Counted(at, now, Day.of(figures, statistics.waiting(organizationId)));
    }
}
