package jp.anpi.line.internal.channel;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.internal.connection.RealCall;

/**
 * Knows what went over the wire, which the SDK does not tell: whether a request was written at all, and how often.
 *
 * <p>OkHttp sends a request again by itself when a pooled connection was dropped or a host has several addresses, and
 * the SDK's builder cannot turn that off.
 *
 * <p>It is also the only way to the HTTP client itself, for the SDK has no {@code close()}: without it the client's
 * threads, which are no daemons, outlive a redeployment by a minute.
 */
final class WireListener extends EventListener {

    /** Read and write time-outs begin anew with every byte; this is the end of all patience with one request. */
    private static final int LONGEST_CALL_SECONDS = 20;

    private final Set<OkHttpClient> clients = ConcurrentHashMap.newKeySet();

    // An interceptor and the events of its request run on the same thread.
    private final ThreadLocal<Integer> written = ThreadLocal.withInitial(() -> 0);

    @Override
    public void callStart(Call call) {
        call.timeout().timeout(LONGEST_CALL_SECONDS, TimeUnit.SECONDS);
        if (call instanceof RealCall real) {
            clients.add(real.getClient());
        }
    }

    @Override
    public void requestHeadersStart(Call call) {
        written.set(written.get() + 1);
    }

    void begin() {
        written.set(0);
    }

    /** How often this thread's request went out since {@link #begin}. */
    int timesWritten() {
        return written.get();
    }

    void end() {
        written.remove();
    }

    /** Lets running calls finish, takes no more, and ends the idle threads and connections. */
    void close() {
        for (OkHttpClient client : clients) {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
        clients.clear();
    }
}
