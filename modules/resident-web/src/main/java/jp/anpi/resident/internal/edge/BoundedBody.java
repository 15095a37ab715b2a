package jp.anpi.resident.internal.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;

/** The raw bytes of a request as far as they are bearable. */
record BoundedBody(HttpServletRequest request) {

    /** 1 MiB; a body of exactly that size is taken. */
    static final int LIMIT = 1024 * 1024;

    /** Empty when there are more than {@link #LIMIT} bytes, announced or not. */
    Optional<byte[]> read() throws IOException {
        if (request.getContentLengthLong() > LIMIT) {
            return Optional.empty();
        }
        byte[] bytes = request.getInputStream().readNBytes(LIMIT + 1);
        return bytes.length > LIMIT ? Optional.empty() : Optional.of(bytes);
    }
}
