package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import jp.anpi.foundation.DueWork;
import jp.anpi.foundation.OneByOne;

/** Schedules that fall due: questions opened, or repeated where one is open (E-1). */
@ApplicationScoped
public class QuestionWave implements DueWork {

    @Inject
    private QuestionSlice slice;

    @Inject
    private Listening listening;

    @Inject
    private OneByOne oneByOne;

    @Override
    public String name() {
        return "questions";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String firstDue() {
        return ScheduleTable.FIRST_DUE;
    }

    @Override
    public boolean runSlice(Instant now) {
        // A question that comes again may count a missed slot, and may stand in for a recovery's asking.
        return listening.everywhere(now)
                && oneByOne.ifTogetherFails(
                        name(),
                        now,
                        () -> slice.run(now),
                        () -> slice.due(now),
                        schedule -> slice.runOne(schedule.id(), now),
                        schedule -> slice.setAside(schedule.id(), now.plus(OneByOne.WAIT)));
    }
}
