package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import jp.anpi.foundation.DueWork;
import jp.anpi.foundation.OneByOne;

/** Follow-ups that fall due: reminders, and steps that tell somebody. */
@ApplicationScoped
public class StepWave implements DueWork {

    @Inject
    private DueSteps steps;

    @Inject
    private StepSlice slice;

    @Inject
    private Listening listening;

    @Inject
    private OneByOne oneByOne;

    @Override
    public String name() {
        return "steps";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String firstDue() {
        return DueSteps.FIRST_DUE;
    }

    /** What waits for contact is not late: when that is back it is worked at once. */
    @Override
    public Optional<Instant> firstThatNeedNotWait(Instant first, Instant now) {
        Set<Integer> waiting = listening.waiting();
        return waiting.isEmpty() ? Optional.of(first) : steps.earliest(now, waiting, listening.deaf());
    }

    @Override
    public boolean runSlice(Instant now) {
        // Deadlines that lay inside an outage are moved before any step may fire (E-8); also where this runs before the
        // first beat after it.
        return listening.at(now).map(heard -> take(heard, now)).orElse(false);
    }

    private boolean take(Listening.Heard heard, Instant now) {
        return oneByOne.ifTogetherFails(
                name(),
                now,
                () -> slice.run(heard, now),
                () -> steps.due(now, heard),
                checkIn -> slice.runOne(checkIn.id(), heard, now),
                checkIn -> slice.setAside(checkIn.id(), now.plus(OneByOne.WAIT)));
    }
}
