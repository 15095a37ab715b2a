package jp.anpi.line.internal.channel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jp.anpi.foundation.Settings.LineSettings;
import jp.anpi.foundation.SystemClock;

/** Answers in LINE's place, as each test wants it, and remembers what it was asked. */
public final class StubLine implements AutoCloseable {

    public static final String TOKEN = "secret-channel-access-token-0123456789";

    /** What one request was. */
    public record Call(String method, String path, Map<String, List<String>> headers, String body) {
        public Optional<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst();
        }
    }

    /** How to answer. */
    @FunctionalInterface
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile Answer otherwise = json(200, "{}");

    public StubLine() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public static Answer json(int status, String body) {
        return with(status, "application/json", body);
    }

    public static Answer with(int status, String type, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    public static Answer withHeader(String name, String value, Answer answer) {
        return exchange -> {
            exchange.getResponseHeaders().add(name, value);
            answer.to(exchange);
        };
    }

    /** Takes the request and says nothing. */
    public static Answer hangingUp() {
        return HttpExchange::close;
    }

    public static Answer after(Duration pause, Answer answer) {
        return exchange -> {
            try {
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException ending) {
                return;
            }
            answer.to(exchange);
        };
    }

    /** Answers only when so many requests wait at the same time. */
    public static Answer together(int requests, Answer answer) {
        CyclicBarrier everybody = new CyclicBarrier(requests);
        return exchange -> {
            try {
                everybody.await();
            } catch (InterruptedException | BrokenBarrierException ending) {
                return;
            }
            answer.to(exchange);
        };
    }

    public StubLine answers(Answer answer) {
        otherwise = answer;
        return this;
    }

    /** @param request method and path, for example {@code GET /v2/bot/info} */
    public StubLine answers(String request, Answer answer) {
        answers.put(request, answer);
        return this;
    }

    public List<Call> calls() {
        return calls;
    }

    public List<String> requests() {
        return calls.stream().map(call -> call.method() + " " + call.path()).toList();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public LineSettings settings() {
        return new LineSettings(
                address(),
                address(),
                Optional.of("channel-secret"),
                Optional.of(TOKEN),
                Optional.empty(),
                Optional.empty());
    }

    public LineConnection connection() {
        return new LineConnection(settings(), SystemClock.clock(), Duration.ofSeconds(3));
    }

    /** With the patience of the product. */
    public LineConnection patientConnection() {
        return new LineConnection(settings(), SystemClock.clock());
    }

    public LineConnections connections() {
        return Fakes.connections(connection());
    }

    /** As long as no channel is entered. */
    public LineConnection connectionWithoutChannel() {
        LineSettings none = new LineSettings(
                address(), address(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return new LineConnection(none, SystemClock.clock());
    }

    static LineConnections connections(LineSettings settings, Clock wall) {
        return Fakes.connections(new LineConnection(settings, wall));
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        calls.add(new Call(exchange.getRequestMethod(), path, Map.copyOf(exchange.getRequestHeaders()), body));
        Answer answer = answers.getOrDefault(exchange.getRequestMethod() + " " + path, otherwise);
        try (exchange) {
            answer.to(exchange);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
