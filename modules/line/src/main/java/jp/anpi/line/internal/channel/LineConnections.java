package jp.anpi.line.internal.channel;

import com.linecorp.bot.client.base.Result;
import com.linecorp.bot.messaging.client.MessagingApiClient;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import jp.anpi.foundation.Settings.LineSettings;
import jp.anpi.foundation.WallTime;
import jp.anpi.messaging.ContactNotes;

/** The connection of each organization's channel, and whether anybody answers at its other end. */
@ApplicationScoped
public class LineConnections {

    private record Line(LineSettings channel, LineConnection connection) {}

    @Inject
    private Channels channels;

    @Inject
    @WallTime
    private Clock wall;

    @Inject
    private ContactNotes contact;

    @Inject
    private Clock clock;

    private Function<LineSettings, LineConnection> opening = settings -> new LineConnection(settings, wall);
    private final Map<Integer, LineSettings> inUse = new HashMap<>();
    private final Map<LineSettings, LineConnection> open = new HashMap<>();
    private boolean closed;

    /** For the container, and for its proxy. */
    public LineConnections() {}

    LineConnections(LineConnection only, LineSettings settings, ContactNotes contact, Clock clock) {
        this.channels = organization -> settings;
        this.opening = any -> only;
        this.contact = contact;
        this.clock = clock;
    }

    /** Opened when it is first needed, and anew where the organization has got another channel. */
    public LineConnection of(int organizationId) {
        return line(organizationId).connection();
    }

    private synchronized Line line(int organizationId) {
        if (closed) {
            throw new IllegalStateException("The connections to LINE are closed");
        }
        LineSettings present = channels.of(organizationId);
        LineSettings before = inUse.put(organizationId, present);
        if (before != null && !before.equals(present) && !inUse.containsValue(before)) {
            open.remove(before).close();
        }
        return new Line(present, open.computeIfAbsent(present, opening));
    }

    /**
     * One request in the name of an organization; what becomes of it tells whether LINE is in reach (E-8). Where no channel
     * is entered it tells nothing: {@code /health/ready} says what is missing, and only where silence is to be counted
     * does {@link jp.anpi.messaging.ContactProbe} take the want of an answer for what it is.
     *
     * @throws IllegalStateException after the end
     */
    public <T> CompletableFuture<Result<T>> call(
            int organizationId, Function<MessagingApiClient, CompletableFuture<Result<T>>> request) {
        Line line = line(organizationId);
        var answer = request.apply(line.connection().api());
        return line.channel().canSpeak()
                ? answer.whenComplete(
                        (ignored, failure) -> note(organizationId, failure == null || Failures.answered(failure)))
                : answer;
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
        closed = true;
        open.values().forEach(LineConnection::close);
    }
}
