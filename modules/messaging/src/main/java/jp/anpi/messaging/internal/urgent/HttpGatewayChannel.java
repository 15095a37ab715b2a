package jp.anpi.messaging.internal.urgent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.anpi.foundation.FailureSummary;
import jp.anpi.foundation.Settings;
import jp.anpi.foundation.UrgentSettings.Gateway;
import jp.anpi.messaging.ContactWay;
import jp.anpi.messaging.Delivery;
import jp.anpi.messaging.UrgentChannel;
import jp.anpi.messaging.UrgentMessage;

/**
 * SMS or voice by a gateway that takes {@code {"to", "text", "idempotencyKey"}} as JSON; what it has to do stands in
 * {@code docs/extending.md}.
 */
@ApplicationScoped
public class HttpGatewayChannel implements UrgentChannel {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(15);
    private static final ObjectMapper JSON = new ObjectMapper();

    private Optional<Gateway> gateway = Optional.empty();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();

    /** For the proxy. */
    public HttpGatewayChannel() {}

    @Inject
    HttpGatewayChannel(Settings settings) {
        this(settings.urgent().gateway());
    }

    HttpGatewayChannel(Optional<Gateway> gateway) {
        this.gateway = gateway;
    }

    @Override
    public ContactWay way() {
        return ContactWay.PHONE;
    }

    @Override
    public boolean configured() {
        return gateway.isPresent();
    }

    @Override
    public Delivery send(UrgentMessage message) {
        try {
            return outcome(
                    http.send(request(message), BodyHandlers.discarding()).statusCode());
        } catch (ConnectException | HttpConnectTimeoutException nobodyThere) {
            return new Delivery.Unavailable(FailureSummary.of(nobodyThere), false);
        } catch (IOException silent) {
            return new Delivery.Unavailable(FailureSummary.of(silent), true);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Delivery.Unavailable("Interrupted", true);
        }
    }

    private HttpRequest request(UrgentMessage message) throws JsonProcessingException {
        Map<String, String> body = new TreeMap<>();
        body.put("to", message.address());
        body.put("text", message.text());
        body.put("idempotencyKey", message.id().toString());
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        gateway.orElseThrow().url())
                .timeout(ANSWER_LIMIT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        gateway.flatMap(Gateway::token).ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request.build();
    }

    private static Delivery outcome(int status) {
        String error = "HTTP " + status;
        return switch (status) {
            case 429 -> new Delivery.TooFast(error);
            // About us or the address of the gateway, not about this person.
            case 401, 403, 404, 405, 408 -> new Delivery.Unavailable(error, status == 408);
            default -> {
                if (status >= 200 && status < 300) {
                    yield new Delivery.Accepted();
                }
                yield status >= 400 && status < 500
                        ? new Delivery.Refused(error)
                        : new Delivery.Unavailable(error, status >= 500 && status != 502 && status != 503);
            }
        };
    }
}
