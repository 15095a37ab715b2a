package jp.anpi.resident.internal.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import jp.anpi.foundation.FailureSummary;
import jp.anpi.foundation.Settings;
import jp.anpi.line.ChannelStanding;
import jp.anpi.line.WebhookReceiver;
import jp.anpi.resident.internal.metrics.Gauges;

/** Remembers that the application has come up. */
@ApplicationScoped
public class Arrival {

    private static final Logger LOG = System.getLogger(Arrival.class.getName());

    private volatile boolean complete;

    boolean isComplete() {
        return complete;
    }

    void complete() {
        complete = true;
    }

    /** The web container starts last, after the enterprise beans. */
    @WebListener
    public static class Listener implements ServletContextListener {

        @Inject
        private Arrival arrival;

        @Inject
        private WebhookReceiver webhooks;

        @Inject
        private Settings settings;

        @Inject
        private ChannelStanding channels;

        @Inject
        private Gauges gauges;

        @Override
        public void contextInitialized(ServletContextEvent event) {
            warmUp();
            sayWhatIsMissing();
            gauges.show();
            arrival.complete();
        }

        private void sayWhatIsMissing() {
            if (!channels.missing().isEmpty()) {
                settings.line().gap().ifPresent(gap -> LOG.log(Level.WARNING, "NOT CONNECTED TO LINE: {0}", gap));
            }
        }

        private void warmUp() {
            try {
                webhooks.warmUp();
            } catch (RuntimeException onlySlowerThen) {
                LOG.log(Level.WARNING, "The webhook is not warm: {0}", FailureSummary.of(onlySlowerThen));
            }
        }
    }
}
