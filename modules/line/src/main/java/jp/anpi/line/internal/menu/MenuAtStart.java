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
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.anpi.line.LineChannelChanged;
import jp.anpi.line.internal.channel.Channels;
import jp.anpi.line.internal.channel.Failures;
import jp.anpi.line.internal.channel.LineConnections;
import jp.anpi.line.internal.render.Phrases;
import jp.anpi.membership.Organizations;

/**
 * Publishes the menu in the background of every start, and where an organization has got another channel. Neither a
 * start nor anybody's check-in ever waits for it: after a few attempts, in real time also on a manual clock, one warning
 * ends the matter until the next start.
 *
 * <p>A session bean, since the container's start event comes to an enterprise archive before it has any resources.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class MenuAtStart {

    private static final Logger LOG = System.getLogger(MenuAtStart.class.getName());
    private static final Duration FIRST_AFTER = Duration.ofSeconds(10);
    private static final List<Duration> ATTEMPTS_AFTER =
            List.of(Duration.ofSeconds(20), Duration.ofMinutes(1), Duration.ofMinutes(10));

    @Inject
    private Channels channels;

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
        // Which organization comes first is not known yet: at the very first start it is being founded beside this.
        executor.schedule(this::first, FIRST_AFTER.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void first() {
        try {
            int first = organizations.first().id();
            if (channels.of(first).canSpeak()) {
                attempt(first, ATTEMPTS_AFTER.iterator());
            }
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "There is no rich menu; all else works: {0}", Failures.summary(failed));
        }
    }

    /** Another account has no menu yet. */
    public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) LineChannelChanged change) {
        schedule(change.organizationId(), ATTEMPTS_AFTER.iterator());
    }

    private void schedule(int organization, Iterator<Duration> attempts) {
        executor.schedule(() -> attempt(organization, attempts), attempts.next().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void attempt(int organization, Iterator<Duration> later) {
        try {
            MenuPlan plan = MenuPlan.of(phrases);
            new MenuPublication(connections.of(organization), plan, MenuPicture.png(plan)).publish();
            LOG.log(Level.INFO, "The rich menu stands");
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } catch (Exception | LinkageError | InternalError failed) {
            // A machine without any of Java's font libraries fails with one of these errors.
            again(organization, later, failed);
        }
    }

    private void again(int organization, Iterator<Duration> later, Throwable failed) {
        if (later.hasNext()) {
            LOG.log(Level.DEBUG, "The rich menu is tried again later: {0}", Failures.summary(failed));
            schedule(organization, later);
        } else {
            LOG.log(Level.WARNING, "There is no rich menu; all else works: {0}", Failures.summary(failed));
        }
    }
}
