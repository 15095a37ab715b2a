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

/** The day's questions in numbers, counted at most every ten seconds, however many look. */
@ApplicationScoped
public class DayFigures {

    private static final Duration FRESH = Duration.ofSeconds(10);

    /**
     * What became of the questions of a day.
     *
     * @param waiting asked, and nobody was told yet
     */
    public record Day(long asked, long answered, long waiting, long silent, long couldNotBeAsked, long away) {

        static Day of(Figures figures) {
            long answered = figures.answeredInTime() + figures.answeredAfterReminder() + figures.answeredAfterAlert();
            return new Day(
                    figures.asked(),
                    answered,
                    Math.max(0, figures.asked() - answered - figures.silent() - figures.unreachable()),
                    figures.silent(),
                    figures.couldNotBeAsked(),
                    figures.skipped());
        }
    }

    private record Counted(Instant at, Day day) {}

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
                        (id, before) ->
                                before != null && before.at().plus(FRESH).isAfter(at)
                                        ? before
                                        : new Counted(at, Day.of(statistics.of(id, dayBegan, now.plusMillis(1)))))
                .day();
    }
}
