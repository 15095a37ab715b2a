package jp.anpi.benchmarks.workbench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads what one connection brings, request by request, and no more of HTTP than a benchmark needs. */
final class HttpRequests {

    private static final String LENGTH = "content-length:";

    /** One request. The body is read as bytes, one to a character. */
    record Request(String path, String body) {}

    private final InputStream in;

    HttpRequests(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** Empty at the end of the connection. */
    Optional<Request> next() throws IOException {
        String first = line();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
        }
        String path = first.split(" ", 3)[1];
        return Optional.of(new Request(path, new String(in.readNBytes(length), StandardCharsets.ISO_8859_1)));
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
