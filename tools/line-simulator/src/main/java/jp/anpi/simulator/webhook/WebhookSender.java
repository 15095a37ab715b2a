package jp.anpi.simulator.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import jp.anpi.simulator.webhook.WebhookDelivery.Outcome;

/** Carries bytes to the product and gives it as long as LINE does. */
final class WebhookSender {

    /** What came back: a status, or none and why. */
    record Result(int status, Outcome outcome, Duration took) {}

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Duration timeout;

    WebhookSender(Duration timeout) {
        this.timeout = timeout;
    }

    /** @param signature null sends none */
    Result post(URI endpoint, byte[] body, String signature) {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .timeout(timeout)
                .header("content-type", "application/json; charset=utf-8")
                .header("user-agent", "LineBotWebhook/2.0")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (signature != null) {
            request.header("x-line-signature", signature);
        }
        long started = System.nanoTime();
        try {
            HttpResponse<Void> response = client.send(request.build(), HttpResponse.BodyHandlers.discarding());
            boolean success = response.statusCode() / 100 == 2;
            return new Result(response.statusCode(), success ? Outcome.OK : Outcome.ERROR_STATUS_CODE, since(started));
        } catch (HttpTimeoutException e) {
            return new Result(0, Outcome.REQUEST_TIMEOUT, since(started));
        } catch (IOException e) {
            return new Result(0, Outcome.COULD_NOT_CONNECT, since(started));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(0, Outcome.REQUEST_TIMEOUT, since(started));
        }
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }
}
