package jp.anpi.system;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody elsewhere who expects to be pinged; also a product that says it is ready, whatever it does. */
final class PingReceiver implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger received = new AtomicInteger();
    private volatile int answer = 200;

    PingReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.createContext("/ping", exchange -> {
            received.incrementAndGet();
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.createContext("/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/ping?key=secret";
    }

    int port() {
        return server.getAddress().getPort();
    }

    void answer(int status) {
        answer = status;
    }

    int received() {
        return received.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
