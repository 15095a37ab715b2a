package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import jp.anpi.foundation.DueWork;

/** Alerts that LINE refused, or did not take within ten minutes, go another way (E-9, E-13). */
@ApplicationScoped
public class AlertElsewhere implements DueWork {

    @Inject
    private NoticeTable notices;

    @Inject
    private AlertElsewhereSlice slice;

    @Override
    public String name() {
        return "alert-elsewhere";
    }

    /** After the outbox: LINE comes first. */
    @Override
    public int order() {
        return 92;
    }

    @Override
    public String firstDue() {
        return NoticeTable.FIRST_ELSEWHERE;
    }

    @Override
    public boolean runSlice(Instant now) {
        return slice.run(now);
    }
}
