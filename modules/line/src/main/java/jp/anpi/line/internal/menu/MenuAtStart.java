package jp.anpi.line.internal.menu;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.anpi.foundation.Settings;
import jp.anpi.foundation.Settings.LineSettings;
import jp.anpi.line.internal.channel.Failures;
import jp.anpi.line.internal.channel.LineConnections;
import jp.anpi.line.internal.render.Phrases;
import jp.anpi.membership.Organizations;

/**
 * Publishes the menu in the background of every start. Neither a start nor anybody's check-in ever waits for it: after
 * a few attempts, in real time also on a manual clock, one warning ends the matter until the next start.
 *
 * <p>A session bean, since the container's start event comes to an enterprise archive before it has any resources.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class MenuAtStart {

    private static final Logger LOG = System.getLogger(MenuAtStart.class.getName());
    private static final List<Duration> ATTEMPTS_AFTER =
            List.of(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofMinutes(1), Duration.ofMinutes(10));

    @Inject
    private Settings settings;

    @Inject
    private LineConnections connections;

    @Inject
    private Organizations organizations;

    @Inject
    private Phrases phrases;

    @Resource
    private ManagedScheduledExecutorService executor;

    @PostConstruct
    void begin() {
        LineSettings line = settings.line();
        boolean speaks = line.channelAccessToken().isPresent()
                || line.channelId().isPresent() && line.channelSecret().isPresent();
        if (speaks) {
            schedule(ATTEMPTS_AFTER.iterator());
        }
    }

    private void schedule(Iterator<Duration> attempts) {
        executor.schedule(() -> attempt(attempts), attempts.next().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void attempt(Iterator<Duration> later) {
        try {
            int organization = organizations.first().id();
            MenuPlan plan = MenuPlan.of(phrases);
            new MenuPublication(connections.of(organization), plan, MenuPicture.png(plan)).publish();
            LOG.log(Level.INFO, "The rich menu stands");
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } catch (Exception | LinkageError | InternalError failed) {
            // A machine without any of Java's font libraries fails with one of these errors.
            again(later, failed);
        }
    }

    private void again(Iterator<Duration> later, Throwable failed) {
        if (later.hasNext()) {
            LOG.log(Level.DEBUG, "The rich menu is tried again later: {0}", Failures.summary(failed));
            schedule(later);
        } else {
            LOG.log(Level.WARNING, "There is no rich menu; all else works: {0}", Failures.summary(failed));
        }
    }
}
