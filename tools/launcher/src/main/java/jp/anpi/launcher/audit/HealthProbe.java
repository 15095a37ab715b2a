package jp.anpi.launcher.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import jp.anpi.launcher.Readiness;
import jp.anpi.launcher.SteadyHttp;

/** Asks addresses over HTTP as anybody outside would. */
final class HealthProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private HealthProbe() {}

    /** What is wrong with the product at this address: it is not ready, or has no way to speak with anybody. */
    static Optional<String> finding(URI product) {
        URI ready = URI.create(product + "/health/ready");
        return asked(ready, answer -> refused(answer).or(() -> Readiness.of(answer.statusCode(), answer.body())
                        .missing()
                        .map(missing -> "says that nobody can be asked anything over LINE; missing: " + missing)))
                .map(reason -> ready + " " + reason);
    }

    /** Why asking this address was no success; its own text is not repeated. */
    static Optional<String> refusal(URI url) {
        return asked(url, HealthProbe::refused);
    }

    private static Optional<String> refused(HttpResponse<String> answer) {
        return answer.statusCode() / 100 == 2 ? Optional.empty() : Optional.of("answers " + answer.statusCode());
    }

    private static Optional<String> asked(URI url, Function<HttpResponse<String>, Optional<String>> objection) {
        try {
            HttpRequest request = HttpRequest.newBuilder(url).timeout(PATIENCE).build();
            return objection.apply(SteadyHttp.CLIENT.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException silent) {
            return Optional.of("does not answer");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.of("was not waited for");
        }
    }
}
