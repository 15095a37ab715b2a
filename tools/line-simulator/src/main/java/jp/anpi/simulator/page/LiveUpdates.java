package jp.anpi.simulator.page;

import io.javalin.http.sse.SseClient;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Tells every open page that something changed; what it is, the page asks itself. Changes that come close together are
 * told once, and whoever causes one never waits for a page.
 */
public final class LiveUpdates implements AutoCloseable {

    private static final int KEEP_ALIVE_SECONDS = 15;
    private static final int TOGETHER_MILLISECONDS = 80;

    private final Queue<SseClient> pages = new ConcurrentLinkedQueue<>();
    private final Semaphore changes = new Semaphore(0);
    private final Thread teller = new Thread(this::tell, "page-updates");

    public LiveUpdates() {
        teller.setDaemon(true);
        teller.start();
    }

    public void changed() {
        changes.release();
    }

    void watch(SseClient page) {
        page.keepAlive();
        page.onClose(() -> pages.remove(page));
        pages.add(page);
        page.sendEvent("changed", "{}");
    }

    private void tell() {
        try {
            while (true) {
                boolean changed = changes.tryAcquire(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
                if (changed) {
                    Thread.sleep(TOGETHER_MILLISECONDS);
                }
                changes.drainPermits();
                for (SseClient page : pages) {
                    if (changed) {
                        page.sendEvent("changed", "{}");
                    } else {
                        page.sendComment("still here");
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        teller.interrupt();
        pages.forEach(SseClient::close);
    }
}
