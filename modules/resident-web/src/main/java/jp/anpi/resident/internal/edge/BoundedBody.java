package jp.anpi.resident.internal.edge;

import static jakarta.servlet.http.HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
import static jakarta.servlet.http.HttpServletResponse.SC_REQUEST_TIMEOUT;
import static jakarta.servlet.http.HttpServletResponse.SC_SERVICE_UNAVAILABLE;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;

/**
 * The raw bytes of a request as far as they are bearable: not too many, and not too slow.
 *
 * <p>A thread waits for what is still on its way. There are fewer places to wait in than the server has threads, so that
 * whatever strangers send without ever ending it, what has arrived whole is always taken, and everything else goes on.
 *
 * @param wall wall time
 */
record BoundedBody(HttpServletRequest request, Clock wall) {

    /** 1 MiB; a body of exactly that size is taken. */
    static final int LIMIT = 1024 * 1024;

    /** The server has 300 threads for requests; see {@code configure-server.sh} and the launcher. */
    private static final Semaphore PLACES = new Semaphore(240);

    /** LINE itself waits for two seconds. It ends with the next byte, or after the server's five seconds without one. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** Over HTTP/2 a sender is stuck with what nobody reads, and never hears that it is too much. */
    private static final int TAKEN_OFF_AT_MOST = 16 * LIMIT;

    /** What cannot be taken in, and the status that says so. */
    static final class Refused extends IOException {

        private static final long serialVersionUID = 1;

        private final int status;

        Refused(int status, String reason) {
            super(reason);
            this.status = status;
        }

        JsonAnswer answer() {
            return JsonAnswer.error(status, getMessage());
        }
    }

    /** @throws Refused when there is too much of it, or it comes too slowly */
    byte[] read() throws IOException {
        ServletInputStream input = request.getInputStream();
        int announced = request.getContentLength();
        if (announced >= 0 && announced <= LIMIT && input.available() >= announced) {
            return input.readNBytes(announced);
        }
        if (!PLACES.tryAcquire()) {
            throw new Refused(SC_SERVICE_UNAVAILABLE, "too many bodies are on their way");
        }
        try {
            return await(input);
        } finally {
            PLACES.release();
        }
    }

    private byte[] await(ServletInputStream input) throws IOException {
        Instant end = wall.instant().plus(PATIENCE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] chunk = new byte[1 << 14];
        int length = 0;
        for (int read = next(input, chunk, end); read >= 0 && length <= TAKEN_OFF_AT_MOST; ) {
            length += read;
            if (length <= LIMIT) {
                bytes.write(chunk, 0, read);
            }
            read = next(input, chunk, end);
        }
        if (length > LIMIT) {
            throw new Refused(SC_REQUEST_ENTITY_TOO_LARGE, "at most " + LIMIT + " bytes");
        }
        return bytes.toByteArray();
    }

    private int next(ServletInputStream input, byte[] chunk, Instant end) throws IOException {
        int read;
        try {
            read = input.read(chunk);
        } catch (IOException nothingMore) {
            if (wall.instant().isBefore(end)) {
                throw nothingMore;
            }
            read = 0;
        }
        if (read >= 0 && wall.instant().isAfter(end)) {
            throw new Refused(SC_REQUEST_TIMEOUT, "the body did not come in time");
        }
        return read;
    }
}
