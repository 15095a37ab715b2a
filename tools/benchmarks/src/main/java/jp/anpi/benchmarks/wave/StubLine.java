package jp.anpi.benchmarks.wave;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** A LINE that accepts everything at once, and counts who was written to. */
final class StubLine implements AutoCloseable {

    private static final int THREADS = 8;
    private static final String USER = "\"U";
    private static final int USER_DIGITS = 32;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private volatile Count count = new Count(0, 0);

    /** What arrived for the people of one wave. */
    private static final class Count {
        private final long first;
        private final AtomicIntegerArray times;
        private final AtomicInteger requests = new AtomicInteger();
        private final AtomicInteger recipients = new AtomicInteger();
        private final AtomicInteger strangers = new AtomicInteger();

        Count(long first, int people) {
            this.first = first;
            this.times = new AtomicIntegerArray(people);
        }

        void recipient(long number) {
            long index = number - first;
            if (index < 0 || index >= times.length()) {
                strangers.incrementAndGet();
            } else {
                times.incrementAndGet((int) index);
                recipients.incrementAndGet();
            }
        }
    }

    private StubLine(HttpServer server) {
        this.server = server;
    }

    static StubLine start() {
        // Else each answer would wait for the other side's acknowledgement of its first packet.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            StubLine stub =
                    new StubLine(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            stub.server.createContext("/", exchange -> answer(exchange, "{\"type\":\"none\",\"totalUsage\":0}"));
            stub.server.createContext("/v2/bot/message/multicast", stub::multicast);
            stub.server.createContext("/v2/bot/message/push", stub::multicast);
            stub.server.setExecutor(stub.threads);
            stub.server.start();
            return stub;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** From now on these people count. */
    void expect(Crowd crowd) {
        count = new Count(crowd.first(), crowd.size());
    }

    int requests() {
        return count.requests.get();
    }

    int recipients() {
        return count.recipients.get();
    }

    /** Whether everybody who is expected was written to once, and nobody else. */
    boolean eachOnce() {
        Count now = count;
        for (int i = 0; i < now.times.length(); i++) {
            if (now.times.get(i) != 1) {
                return false;
            }
        }
        return now.strangers.get() == 0;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void multicast(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        Count now = count;
        now.requests.incrementAndGet();
        for (int at = body.indexOf(USER); at >= 0; at = body.indexOf(USER, at + 1)) {
            int from = at + USER.length();
            now.recipient(Long.parseLong(body, from, from + USER_DIGITS, 10));
        }
        answer(exchange, "{}");
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
