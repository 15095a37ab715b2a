package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import jp.anpi.foundation.DueWork;

/** Schedules that fall due: questions opened, or repeated where one is open (E-1). */
@ApplicationScoped
public class QuestionWave implements DueWork {

    @Inject
    private QuestionSlice slice;

    @Inject
    private ScheduleTable schedules;

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

    @Override
    public boolean runSlice(Instant now) {
        return slice.run(now);
    }
}
