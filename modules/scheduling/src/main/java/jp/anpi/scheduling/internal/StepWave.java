package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import jp.anpi.foundation.DueWork;
import jp.anpi.foundation.OneByOne;
import org.jdbi.v3.core.Jdbi;

/** Follow-ups that fall due: reminders, and steps that tell somebody. */
@ApplicationScoped
public class StepWave implements DueWork {

    @Inject
    private Jdbi jdbi;

    @Inject
    private StepSlice slice;

    @Inject
    private Outages outages;

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
    public Optional<Instant> earliestDue() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select next_step_at from check_in where next_step_at is not null"
                                + " order by next_step_at limit 1")
                        .mapTo(Instant.class)
                        .findOne());
    }

    @Override
    public boolean runSlice(Instant now) {
        // Deadlines that lay inside an outage are moved before any step may fire (E-8); also where this runs before the
        // first beat after it.
        return outages.allowCounting(now)
                && oneByOne.ifTogetherFails(
                        name(),
                        now,
                        () -> slice.run(now),
                        () -> slice.due(now),
                        checkIn -> slice.runOne(checkIn.id(), now),
                        checkIn -> slice.setAside(checkIn.id(), now.plus(OneByOne.WAIT)));
    }
}
