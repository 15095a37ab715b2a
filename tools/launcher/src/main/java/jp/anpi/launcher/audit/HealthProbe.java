package jp.anpi.launcher.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import jp.anpi.launcher.SteadyHttp;

/** Asks addresses over HTTP as anybody outside would. */
final class HealthProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private HealthProbe() {}

    /** What is wrong with the product at this address. */
    static Optional<String> finding(URI product) {
        return refusal(URI.create(product + "/health/ready")).map(reason -> product + "/health/ready " + reason);
    }

    /** Why asking this address was no success; its own text is not repeated. */
    static Optional<String> refusal(URI url) {
        try {
            HttpRequest request = HttpRequest.newBuilder(url).timeout(PATIENCE).build();
            int status = SteadyHttp.CLIENT
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return status / 100 == 2 ? Optional.empty() : Optional.of("answers " + status);
        } catch (IOException silent) {
            return Optional.of("does not answer");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.of("was not waited for");
        }
    }
}
