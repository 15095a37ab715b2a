package jp.anpi.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection on which anything can be said, also what no HTTP client would. */
final class Wire implements AutoCloseable {

    private final Socket socket;

    private Wire(Socket socket) {
        this.socket = socket;
    }

    static Wire to(URI product) {
        try {
            return new Wire(new Socket(product.getHost(), product.getPort()));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Says this on a connection of its own, and hears all of the answer until the other side closes. */
    static String ask(URI product, String request) {
        try (Wire wire = to(product)) {
            return wire.say(request).hear(Duration.ofSeconds(10));
        }
    }

    Wire say(String text) {
        return say(text.getBytes(StandardCharsets.UTF_8));
    }

    Wire say(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
    }

    /** The first line of the answer; empty where the connection ends without one. */
    String statusLine(Duration patience) {
        return read(patience, true).lines().findFirst().orElse("");
    }

    /** Everything until the connection ends. */
    String hear(Duration patience) {
        return read(patience, false);
    }

    private String read(Duration patience, boolean oneLine) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try {
            socket.setSoTimeout((int) patience.toMillis());
            InputStream input = socket.getInputStream();
            for (int octet = input.read(); octet >= 0 && !(oneLine && octet == '\n'); octet = input.read()) {
                heard.write(octet);
            }
        } catch (SocketTimeoutException silence) {
            throw new AssertionError("still open, after " + heard.toString(StandardCharsets.UTF_8), silence);
        } catch (IOException reset) {
            return heard.toString(StandardCharsets.UTF_8);
        }
        return heard.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
