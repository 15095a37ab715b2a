package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import jp.anpi.foundation.DueWork;
import jp.anpi.foundation.OneByOne;

/** After an outage: first ask again, then count the silence (E-8). Runs before anything that could alert. */
@ApplicationScoped
public class OutageRecovery implements DueWork {

    @Inject
    private OutageRecoverySlice slice;

    @Inject
    private OneByOne oneByOne;

    @Override
    public String name() {
        return "outage-recovery";
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String firstDue() {
        return Outages.FIRST_UNRECOVERED;
    }

    @Override
    public boolean runSlice(Instant now) {
        return oneByOne.ifTogetherFails(
                name(),
                now,
                () -> slice.run(now),
                () -> slice.affected(now),
                checkIn -> slice.runOne(checkIn.id(), now),
                checkIn -> slice.setAside(checkIn.id(), now));
    }
}
