package jp.anpi.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands in for the product: takes webhooks, keeps them, answers what it is told to. */
final class StubProduct implements AutoCloseable {

    record Webhook(byte[] body, String signature) {
        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Webhook> webhooks = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile CountDownLatch silence = new CountDownLatch(0);

    StubProduct() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/webhook", this::take);
        server.setExecutor(threads);
        server.start();
    }

    URI webhookUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhook");
    }

    void answer(int newStatus) {
        status = newStatus;
    }

    void fallSilent() {
        silence = new CountDownLatch(1);
    }

    List<Webhook> webhooks() {
        return List.copyOf(webhooks);
    }

    List<JsonNode> events() {
        List<JsonNode> events = new ArrayList<>();
        webhooks.forEach(webhook -> webhook.json().path("events").forEach(events::add));
        return events;
    }

    JsonNode lastEvent() {
        List<JsonNode> events = events();
        return events.get(events.size() - 1);
    }

    private void take(HttpExchange exchange) throws IOException {
        webhooks.add(new Webhook(
                exchange.getRequestBody().readAllBytes(),
                exchange.getRequestHeaders().getFirst("x-line-signature")));
        try {
            silence.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        silence.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
