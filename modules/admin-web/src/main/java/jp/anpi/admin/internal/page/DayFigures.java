package jp.anpi.admin.internal.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.anpi.foundation.WallTime;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffPeople;
import jp.anpi.membership.StaffRight;
import jp.anpi.scheduling.CheckInStatistics;
import jp.anpi.scheduling.CheckInStatistics.Figures;

/** The day's questions in numbers, counted so seldom, however many look, that counting takes a small part of the time. */
@ApplicationScoped
public class DayFigures {

    private static final Duration FRESH = Duration.ofSeconds(2);

    /** Where a town is large, and just being asked, counting takes a while: it is fresh for so many times as long. */
    private static final int AS_LONG_AS_COUNTING = 50;

    /**
     * What became of the questions of a day.
     *
     * @param waiting at this moment, whenever they were asked: as what stands beside it, not of that day's questions only
     * @param nobodyToTell whom no alert would reach, whether anything is open about them or not
     */
    public record Day(long asked, long answered, long couldNotBeAsked, long waiting, long nobodyToTell) {

        static Day of(Figures figures, long waiting, long nobodyToTell) {
            return new Day(
                    figures.asked(),
                    figures.answeredInTime() + figures.answeredAfterReminder() + figures.answeredAfterAlert(),
                    figures.couldNotBeAsked(),
                    waiting,
                    nobodyToTell);
        }
    }

    private record Counted(Instant wall, Instant now, Duration fresh, Day day) {

        /** Whichever clock is moved, what was counted before is of another moment. */
        boolean fresh(Instant wallNow, Instant productNow) {
            return wall.plus(fresh).isAfter(wallNow) && now.plus(fresh).isAfter(productNow);
        }
    }

    private final Map<Integer, Counted> counted = new ConcurrentHashMap<>();

    @Inject
    private CheckInStatistics statistics;

    @Inject
    private StaffPeople people;

    @Inject
    @WallTime
    private Clock wall;

    /** @param caller with {@link StaffRight#COUNT_PEOPLE} */
    Day of(StaffCaller caller, Instant dayBegan, Instant now) {
        Instant at = wall.instant();
        return counted.compute(
                        caller.organizationId(),
                        (id, before) ->
                                before != null && before.fresh(at, now) ? before : count(caller, dayBegan, at, now))
                .day();
    }

    private Counted count(StaffCaller caller, Instant dayBegan, Instant at, Instant now) {
        Figures figures = statistics.of(caller.organizationId(), dayBegan, now.plusMillis(1));
        Day day = Day.of(figures, statistics.waiting(caller.organizationId()), people.nobodyToTell(caller));
        Duration counting = Duration.between(at, wall.instant()).multipliedBy(AS_LONG_AS_COUNTING);
        return new Counted(at, now, counting.compareTo(FRESH) > 0 ? counting : FRESH, day);
    }
}
