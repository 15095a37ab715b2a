package jp.anpi.resident.internal.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The raw bytes of a request as far as they are bearable. */
record BoundedBody(HttpServletRequest request) {

    /** 1 MiB; a body of exactly that size is taken. */
    static final int LIMIT = 1024 * 1024;

    private static final int TAKEN_OFF_AT_MOST = 16 * LIMIT;

    /** Empty when there are more than {@link #LIMIT} bytes, announced or not. */
    Optional<byte[]> read() throws IOException {
        InputStream body = request.getInputStream();
        if (request.getContentLengthLong() <= LIMIT) {
            byte[] bytes = body.readNBytes(LIMIT + 1);
            if (bytes.length <= LIMIT) {
                return Optional.of(bytes);
            }
        }
        takeOffTheLine(body);
        return Optional.empty();
    }

    /** Over HTTP/2 a sender is stuck with what nobody reads, and never hears that it is too much. */
    private static void takeOffTheLine(InputStream body) throws IOException {
        byte[] chunk = new byte[1 << 16];
        int left = TAKEN_OFF_AT_MOST;
        int read = 0;
        while (left > 0 && read >= 0) {
            read = body.read(chunk);
            left -= read;
        }
    }
}
