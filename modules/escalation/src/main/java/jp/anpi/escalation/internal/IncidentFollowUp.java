package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import jp.anpi.foundation.DueWork;
import jp.anpi.foundation.OneByOne;

/** Alerts that nobody took in time, or took without an end: the next audience, staff, is told (E-12). */
@ApplicationScoped
public class IncidentFollowUp implements DueWork {

    @Inject
    private FollowUpSlice slice;

    @Inject
    private OneByOne oneByOne;

    @Override
    public String name() {
        return "incident-follow-up";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String firstDue() {
        return FollowUpTable.FIRST_DUE;
    }

    @Override
    public boolean runSlice(Instant now) {
        return oneByOne.ifTogetherFails(
                name(),
                now,
                () -> slice.run(now),
                () -> slice.due(now),
                incident -> slice.runOne(incident.id(), now),
                incident -> slice.putOff(incident.id(), now.plus(OneByOne.WAIT)));
    }
}
