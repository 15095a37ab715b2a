package jp.anpi.line.internal.channel;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import jp.anpi.foundation.Settings;
import jp.anpi.foundation.WallTime;

/** The connection of each organization's channel. */
@ApplicationScoped
public class LineConnections {

    @Inject
    private Settings settings;

    @Inject
    @WallTime
    private Clock wall;

    private LineConnection shared;

    /** For the container, and for its proxy. */
    public LineConnections() {}

    LineConnections(LineConnection shared) {
        this.shared = shared;
    }

    /** Today every organization speaks through the channel of the settings. */
    public synchronized LineConnection of(int organizationId) {
        if (shared == null) {
            shared = new LineConnection(settings.line(), wall);
        }
        return shared;
    }

    @PreDestroy
    synchronized void close() {
        if (shared != null) {
            shared.close();
        }
    }
}
