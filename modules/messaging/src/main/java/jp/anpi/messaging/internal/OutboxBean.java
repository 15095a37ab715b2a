package jp.anpi.messaging.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import jp.anpi.messaging.Outbox;
import jp.anpi.messaging.OutboxMessage;

/** The outbox as others see it. */
@ApplicationScoped
public class OutboxBean implements Outbox {

    @Inject
    private OutboxTable table;

    @Inject
    private Clock clock;

    @Override
    public void enqueue(Collection<OutboxMessage> messages) {
        if (!messages.isEmpty()) {
            table.insert(messages, clock.instant());
        }
    }
}
