package jp.anpi.scheduling.internal;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import jp.anpi.foundation.FailureSummary;
import jp.anpi.foundation.WorkLoop;

/**
 * The heartbeat of the engine on each node: a non-persistent timer without state. What is due stands in the database,
 * so that it does not matter which node's tick comes first, or whether one was missed (E-18).
 *
 * <p>Runs outside any transaction, which a timer's callback only does where the bean manages them itself, and lets
 * nothing out: a container removes a timer whose callback keeps failing.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Tick {

    private static final Logger LOG = System.getLogger(Tick.class.getName());

    @Inject
    private WorkLoop workLoop;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void tick() {
        try {
            workLoop.runDue();
        } catch (Throwable failure) {
            // Errors too: without its timer this node would ask nobody any more.
            LOG.log(Level.ERROR, "The tick failed; the next one tries again: {0}", FailureSummary.of(failure));
        }
    }
}
