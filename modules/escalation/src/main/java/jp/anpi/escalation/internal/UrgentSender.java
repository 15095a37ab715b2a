package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.anpi.escalation.internal.elsewhere.DeliveryTable;
import jp.anpi.foundation.DueRow;
import jp.anpi.foundation.DueWork;
import jp.anpi.foundation.FailureSummary;
import jp.anpi.foundation.SetAside;
import jp.anpi.messaging.BackOff;

/** Sends what goes beside LINE, one at a time and apart from the outbox: a slow mail server delays no message. */
@ApplicationScoped
public class UrgentSender implements DueWork {

    private static final Logger LOG = System.getLogger(UrgentSender.class.getName());
    private static final String NAME = "urgent";
    private static final int AT_ONCE = 20;

    @Inject
    private DeliveryTable deliveries;

    @Inject
    private UrgentDispatch dispatch;

    @Inject
    private SetAside setAside;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int order() {
        return 96;
    }

    @Override
    public String firstDue() {
        return DeliveryTable.FIRST_DUE;
    }

    @Override
    public boolean runSlice(Instant now) {
        return deliveries.next(now, AT_ONCE).stream()
                        .filter(row -> send(row, now))
                        .count()
                > 0;
    }

    /** Says whether it was this node's turn. One that cannot be worked waits, and the others go on (E-20). */
    private boolean send(DueRow row, Instant now) {
        UUID id = UUID.fromString(row.key());
        try {
            UrgentDispatch.Announced announced = dispatch.announce(id, now);
            announced.message().ifPresent(message -> dispatch.send(announced.delivery(), announced.way(), message));
            return announced.any();
        } catch (RuntimeException failure) {
            String error = FailureSummary.of(failure);
            LOG.log(Level.ERROR, "Delivery {0} fails and is set aside for a while: {1}", id, error);
            dispatch.setAside(id, now, error);
            setAside.failed(NAME, row, error, now, Optional.of(now.plus(BackOff.LONGEST)));
            return true;
        }
    }
}
