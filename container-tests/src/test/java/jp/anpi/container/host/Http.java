package jp.anpi.container.host;

import java.net.http.HttpClient;
import java.time.Duration;

/**
 * The one client of the tests. It speaks HTTP/1.1: Java's own choice offers each new connection to go over to HTTP/2, and
 * an answer that is on its way meanwhile cannot be read.
 */
public final class Http {

    public static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private Http() {}
}
