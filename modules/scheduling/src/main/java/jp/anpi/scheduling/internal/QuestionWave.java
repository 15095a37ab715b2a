package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.anpi.foundation.DueWork;

/** Schedules that fall due: questions opened, or repeated where one is open (E-1). */
@ApplicationScoped
public class QuestionWave implements DueWork {

    private static final Duration SET_ASIDE_FOR = Duration.ofMinutes(15);

    @Inject
    private QuestionSlice slice;

    @Inject
    private ScheduleTable schedules;

    @Inject
    private Outages outages;

    @Override
    public String name() {
        return "questions";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Instant> earliestDue() {
        return schedules.earliestDue();
    }

    private boolean runAllOrEach(Instant now) {
        try {
            return slice.run(now);
        } catch (RuntimeException failure) {
            Instant later = now.plus(SET_ASIDE_FOR);
            return OneByOne.work(
                    "The question of schedule",
                    slice.due(now),
                    schedule -> slice.runOne(schedule, now),
                    schedule -> slice.setAside(schedule, later));
        }
    }

    @Override
    public boolean runSlice(Instant now) {
        // A question that comes again may count a missed slot, and may stand in for a recovery's asking.
        return outages.allowCounting(now) && runAllOrEach(now);
    }
}
