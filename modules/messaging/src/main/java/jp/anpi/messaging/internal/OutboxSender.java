package jp.anpi.messaging.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import jp.anpi.foundation.DueWork;

/** Sends what waits in the outbox, most urgent first, a few requests at a time. */
@ApplicationScoped
public class OutboxSender implements DueWork {

    /** Requests under way at once: enough to keep the channel busy, few enough that an alert need not wait. */
    private static final int AT_ONCE = 8;

    @Inject
    private OutboxDispatch dispatch;

    @Inject
    private OutboxTable table;

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public Optional<Instant> earliestDue() {
        return table.earliestDue();
    }

    @Override
    public boolean runSlice(Instant now) {
        OutboxDispatch.Announced announced = dispatch.announce(now, AT_ONCE);
        if (!announced.going().isEmpty()) {
            dispatch.send(announced.going());
        }
        return announced.any();
    }
}
