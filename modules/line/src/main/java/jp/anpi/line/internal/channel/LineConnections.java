package jp.anpi.line.internal.channel;

import com.linecorp.bot.client.base.Result;
import com.linecorp.bot.messaging.client.MessagingApiClient;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import jp.anpi.foundation.Settings;
import jp.anpi.foundation.WallTime;
import jp.anpi.messaging.ContactNotes;

/** The connection of each organization's channel, and whether anybody answers at its other end. */
@ApplicationScoped
public class LineConnections {

    @Inject
    private Settings settings;

    @Inject
    @WallTime
    private Clock wall;

    @Inject
    private ContactNotes contact;

    @Inject
    private Clock clock;

    private LineConnection shared;

    /** For the container, and for its proxy. */
    public LineConnections() {}

    LineConnections(LineConnection shared, ContactNotes contact, Clock clock) {
        this.shared = shared;
        this.contact = contact;
        this.clock = clock;
    }

    /** Today every organization speaks through the channel of the settings. */
    public synchronized LineConnection of(int organizationId) {
        if (shared == null) {
            shared = new LineConnection(settings.line(), wall);
        }
        return shared;
    }

    /**
     * One request in the name of an organization; what becomes of it tells whether LINE is in reach (E-8).
     *
     * @throws IllegalStateException after the end
     */
    public <T> CompletableFuture<Result<T>> call(
            int organizationId, Function<MessagingApiClient, CompletableFuture<Result<T>>> request) {
        return request.apply(of(organizationId).api())
                .whenComplete((answer, failure) -> note(organizationId, failure == null || Failures.answered(failure)));
    }

    private void note(int organizationId, boolean answered) {
        if (answered) {
            contact.answered(organizationId, clock.instant());
        } else {
            contact.unanswered(organizationId, clock.instant());
        }
    }

    @PreDestroy
    synchronized void close() {
        if (shared != null) {
            shared.close();
        }
    }
}
