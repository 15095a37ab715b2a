package jp.anpi.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What {@code /health/ready} says, for a terminal.
 *
 * @param words ready or not
 * @param missing properties without which the product does not speak with LINE, separated by commas
 */
public record Readiness(String words, Optional<String> missing) {

    private static final Pattern MISSING = Pattern.compile("\"missing\"\\s*:\\s*\"([^\"]+)\"");

    /** Asks a product for it. */
    static Readiness at(String address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            HttpResponse<String> answer = SteadyHttp.CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            return of(answer.statusCode(), answer.body());
        } catch (IOException silent) {
            return new Readiness("does not answer", Optional.empty());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Readiness("unknown", Optional.empty());
        }
    }

    /** Of an answer that somebody else got. */
    public static Readiness of(int status, String body) {
        Optional<String> missing =
                MISSING.matcher(body).results().findFirst().map((MatchResult found) -> found.group(1));
        return new Readiness(status == 200 ? "ready" : "not ready (HTTP " + status + ")", missing);
    }
}
