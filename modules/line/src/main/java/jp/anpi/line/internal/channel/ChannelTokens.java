package jp.anpi.line.internal.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import jp.anpi.foundation.Settings.LineSettings;

/**
 * The channel access token: the long-lived one of the settings, or a stateless one that lives 15 minutes and is issued
 * when needed. Many threads may ask; one request goes out.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#issue-stateless-channel-access-token">Issue
 *     stateless channel access token</a>
 */
final class ChannelTokens {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(8);
    /** A request that starts now must still be able to end with the same token. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;

    record Token(String value, Instant goodUntil) {
        @Override
        public String toString() {
            return "Token[***, goodUntil=" + goodUntil + "]";
        }
    }

    private final LineSettings settings;
    private final Clock wall;
    private CompletableFuture<Token> latest;
    private HttpClient http;

    ChannelTokens(LineSettings settings, Clock wall) {
        this.settings = settings;
        this.wall = wall;
    }

    /** @throws NoAnswerException when there is no token to be had now */
    String current() throws NoAnswerException {
        if (settings.channelAccessToken().isPresent()) {
            return settings.channelAccessToken().get();
        }
        try {
            return flight().join().value();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof TokenRefusedException refused) {
                throw new TokenRefusedException(refused.getMessage());
            }
            String reason = failed.getCause() instanceof NoAnswerException known
                    ? known.getMessage()
                    : "No channel access token: " + failed.getCause().getClass().getSimpleName();
            throw new NoAnswerException(reason, false);
        }
    }

    /**
     * LINE did not know this token: the next request gets a new one.
     *
     * @return whether there can be a new one, which of the long-lived token there cannot
     */
    synchronized boolean rejected(String token) {
        if (latest != null && holds(latest, token)) {
            latest = null;
        }
        return settings.channelAccessToken().isEmpty();
    }

    private synchronized CompletableFuture<Token> flight() {
        if (latest == null || latest.isCompletedExceptionally() || expired(latest)) {
            latest = issue();
        }
        return latest;
    }

    private boolean expired(CompletableFuture<Token> flight) {
        return flight.isDone() && !flight.join().goodUntil().isAfter(wall.instant());
    }

    private static boolean holds(CompletableFuture<Token> flight, String token) {
        return flight.isDone()
                && !flight.isCompletedExceptionally()
                && flight.join().value().equals(token);
    }

    private CompletableFuture<Token> issue() {
        if (settings.channelId().isEmpty() || settings.channelSecret().isEmpty()) {
            return CompletableFuture.failedFuture(
                    new NoAnswerException("No channel access token is configured", false));
        }
        Instant asked = wall.instant();
        // The client's own limit ends with the headers; a body that stops half-way must not hold everybody up.
        return http().sendAsync(request(), BodyHandlers.ofByteArray())
                .thenApply(answer -> token(answer, asked))
                .orTimeout(ANSWER.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS);
    }

    private HttpClient http() {
        if (http == null) {
            http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        }
        return http;
    }

    private HttpRequest request() {
        String form = "grant_type=client_credentials"
                + "&client_id=" + encoded(settings.channelId().orElseThrow())
                + "&client_secret=" + encoded(settings.channelSecret().orElseThrow());
        URI address = settings.apiBaseUrl().resolve("/oauth2/v3/token");
        return HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
    }

    private static Token token(HttpResponse<byte[]> answer, Instant asked) {
        JsonNode body = json(answer.body());
        String value = body.path("access_token").asText("");
        if (answer.statusCode() != OK || value.isEmpty()) {
            String reason = "No channel access token: HTTP " + answer.statusCode() + " "
                    + Masked.text(body.path("error").asText(""));
            boolean refused = answer.statusCode() >= BAD_REQUEST && answer.statusCode() < SERVER_ERROR;
            throw new CompletionException(
                    refused ? new TokenRefusedException(reason) : new NoAnswerException(reason, false));
        }
        Duration life = Duration.ofSeconds(body.path("expires_in").asLong(0));
        return new Token(value, asked.plus(life).minus(MARGIN));
    }

    private static JsonNode json(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException noJson) {
            return MAPPER.createObjectNode();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
