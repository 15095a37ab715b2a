package jp.anpi.benchmarks.workbench;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import jp.anpi.launcher.LaunchFailure;

/** What the product's JVM really holds: its heap right after full collections, which this asks for. */
public final class LiveHeap implements AutoCloseable {

    private static final long PAUSE_MILLIS = 50;

    private final JMXConnector connector;
    private final MemoryMXBean memory;
    private final List<MemoryPoolMXBean> pools;

    private LiveHeap(JMXConnector connector) throws IOException {
        this.connector = connector;
        MBeanServerConnection server = connector.getMBeanServerConnection();
        this.memory = ManagementFactory.newPlatformMXBeanProxy(
                server, ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
        this.pools = ManagementFactory.getPlatformMXBeans(server, MemoryPoolMXBean.class).stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    /** Of the process with that number. */
    public static LiveHeap of(long pid) {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            try {
                return new LiveHeap(
                        JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent())));
            } finally {
                machine.detach();
            }
        } catch (IOException | AttachNotSupportedException refused) {
            throw new LaunchFailure("the product's JVM does not tell about its heap", refused);
        }
    }

    /**
     * Runs something, and collects again and again meanwhile.
     *
     * @return the most bytes that a collection left
     */
    public long peakDuring(Runnable action) {
        long peak = now();
        CompletableFuture<Void> running = CompletableFuture.runAsync(action);
        while (!ended(running)) {
            peak = Math.max(peak, now());
        }
        return peak;
    }

    private static boolean ended(CompletableFuture<Void> running) {
        try {
            running.get(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted");
        }
    }

    @Override
    public void close() {
        try {
            connector.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private long now() {
        memory.gc();
        return pools.stream()
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }
}
