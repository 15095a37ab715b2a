package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import jp.anpi.foundation.DueWork;

/** Incidents that wait for staff, and the end of those they were told of, go to the office by mail (E-12, E-13). */
@ApplicationScoped
public class StaffMail implements DueWork {

    @Inject
    private StaffMailSlice slice;

    @Override
    public String name() {
        return "staff-mail";
    }

    @Override
    public int order() {
        return 94;
    }

    @Override
    public String firstDue() {
        return StaffMailTable.FIRST_DUE;
    }

    @Override
    public boolean runSlice(Instant now) {
        return slice.run(now);
    }
}
