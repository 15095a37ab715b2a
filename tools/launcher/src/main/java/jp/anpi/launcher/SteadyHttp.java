package jp.anpi.launcher;

import java.net.http.HttpClient;
import java.time.Duration;

/**
 * The one client with which the product is asked from outside. It stays with HTTP/1.1: Java's own choice offers each new
 * connection to go over to HTTP/2, and an answer that is on its way meanwhile cannot be read, which would raise a false
 * alarm. Where nobody takes the connection it gives up after ten seconds; how long an answer may take is each request's.
 */
public final class SteadyHttp {

    public static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private SteadyHttp() {}
}
