package jp.anpi.simulator.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The product's own manual clock, so that webhooks carry the product's time. A product without one lives by the system
 * clock; one that does not answer stands still.
 */
public final class ProductClock implements Supplier<Instant> {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LONGEST_ADVANCE = Duration.ofMinutes(15);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI clock;
    private final Clock otherwise;
    private volatile Instant last;

    public ProductClock(URI product, Clock otherwise) {
        this.clock = URI.create(product.toString().replaceAll("/+$", "") + "/dev/clock");
        this.otherwise = otherwise;
    }

    @Override
    public Instant get() {
        return ask().map(answer -> Instant.parse(answer.path("now").asText())).orElseGet(this::whileSilent);
    }

    private Instant whileSilent() {
        return last == null ? otherwise.instant() : last;
    }

    /** When the product has something to do next, if it says so. */
    public Optional<Instant> nextDue() {
        return ask().map(answer -> answer.path("nextDue").asText(null)).map(Instant::parse);
    }

    /** Advances the product's clock; returns when everything due until then is done. */
    public void advance(Duration by) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(clock + "/advance"))
                .timeout(LONGEST_ADVANCE)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"by\":\"" + by + "\"}"))
                .build();
        HttpResponse<String> response = send(request);
        if (response.statusCode() != 200) {
            throw new IOException("The product answered " + response.statusCode() + " to advancing its clock");
        }
    }

    private Optional<JsonNode> ask() {
        try {
            HttpResponse<String> response =
                    send(HttpRequest.newBuilder(clock).timeout(PATIENCE).build());
            if (response.statusCode() != 200) {
                last = null;
                return Optional.empty();
            }
            JsonNode answer = MAPPER.readTree(response.body());
            last = Instant.parse(answer.path("now").asText());
            return Optional.of(answer);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the product was asked", e);
        }
    }
}
