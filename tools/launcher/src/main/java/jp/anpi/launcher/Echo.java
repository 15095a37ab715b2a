package jp.anpi.launcher;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/**
 * Hands lines on to a reader in a thread of its own. Whoever started us may never read what we print: then the pipe is
 * full one day, and the product must not stand still because its log is not taken any further.
 */
final class Echo implements Consumer<String> {

    private static final int MOST_WAITING = 1000;

    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

    private Echo() {}

    static Echo to(Consumer<String> reader) {
        Echo echo = new Echo();
        Thread thread = new Thread(() -> echo.handOn(reader), "log-echo");
        thread.setDaemon(true);
        thread.start();
        return echo;
    }

    /** Never waits; what a slow reader has no room for is dropped. */
    @Override
    public void accept(String line) {
        waiting.offer(line);
    }

    private void handOn(Consumer<String> reader) {
        try {
            while (true) {
                reader.accept(waiting.take());
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
