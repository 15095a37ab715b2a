package jp.anpi.benchmarks.workbench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A LINE that accepts everything at once, costs as little as can be, and counts who was written to.
 *
 * <p>Pushes and multicasts are counted by LINE user id, replies by their token: an {@code R} and the person's number.
 */
public final class StubLine implements AutoCloseable {

    private static final byte[] DONE = answer("{}");
    private static final byte[] NO_LIMIT = answer("{\"type\":\"none\",\"totalUsage\":0}");

    private final ServerSocket server;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "stub-line");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Arrivals arrivals = new Arrivals(new Crowd(0, 0, Instant.MAX));

    private StubLine(ServerSocket server) {
        this.server = server;
    }

    /** Starts one on a free port. */
    public static StubLine start() {
        try {
            StubLine stub = new StubLine(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
            stub.threads.execute(stub::accept);
            return stub;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Where it is. */
    public URI url() {
        return URI.create("http://localhost:" + server.getLocalPort());
    }

    /** From now on these people count. */
    public void expect(Crowd crowd) {
        arrivals = new Arrivals(crowd);
    }

    /** Requests since then. */
    public int requests() {
        return arrivals.requests();
    }

    /** Times that one of them was reached. */
    public int recipients() {
        return arrivals.recipients();
    }

    /** Whether everybody who is expected was reached once, and nobody else. */
    public boolean eachOnce() {
        return arrivals.eachOnce();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = server.accept();
                connections.add(connection);
                connection.setTcpNoDelay(true);
                threads.execute(() -> serve(connection));
            }
        } catch (IOException closed) {
            // This is how it ends.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            HttpRequests requests = new HttpRequests(connection.getInputStream());
            OutputStream out = connection.getOutputStream();
            for (Optional<HttpRequests.Request> next = requests.next(); next.isPresent(); next = requests.next()) {
                out.write(answer(next.get()));
            }
        } catch (IOException brokenOff) {
            // The other side has ended, or this one.
        } finally {
            connections.remove(connection);
        }
    }

    private byte[] answer(HttpRequests.Request request) {
        switch (request.path()) {
            case "/v2/bot/message/multicast", "/v2/bot/message/push" -> arrivals.request(request.body(), 'U');
            case "/v2/bot/message/reply" -> arrivals.request(request.body(), 'R');
            default -> {
                return NO_LIMIT;
            }
        }
        return DONE;
    }

    private static byte[] answer(String json) {
        return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n"
                        + json)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
