package jp.anpi.container.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jp.anpi.container.host.Phones;
import jp.anpi.launcher.SteadyHttp;

/** Signed deliveries without pause, each with an event of its own that changes nothing. */
final class Deliveries implements AutoCloseable {

    private final Set<String> accepted = new ConcurrentSkipListSet<>();
    private final URI webhook;
    private final String secret;
    private final Thread sender = new Thread(this::send, "deliveries");
    private volatile boolean over;

    private Deliveries(URI product, String secret) {
        this.webhook = URI.create(product + "/line/webhook");
        this.secret = secret;
    }

    static Deliveries begin(URI product, Phones phones) {
        Deliveries deliveries = new Deliveries(product, phones.settings().get("anpi.line.channel-secret"));
        deliveries.sender.start();
        return deliveries;
    }

    /** Ids of the events whose delivery was answered with 200. */
    Set<String> accepted() {
        close();
        if (accepted.isEmpty()) {
            throw new AssertionError("no delivery came through");
        }
        return accepted;
    }

    private void send() {
        for (int i = 0; !over; i++) {
            String id = "01UPDATE%08d".formatted(i);
            byte[] body = ("{\"events\":[{\"type\":\"hologram\",\"mode\":\"active\",\"webhookEventId\":\"" + id
                            + "\"}]}")
                    .getBytes(StandardCharsets.UTF_8);
            HttpRequest request = HttpRequest.newBuilder(webhook)
                    .timeout(Duration.ofSeconds(20))
                    .header("x-line-signature", signature(body))
                    .POST(BodyPublishers.ofByteArray(body))
                    .build();
            try {
                if (SteadyHttp.CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    accepted.add(id);
                }
            } catch (IOException nobodyThere) {
                Thread.onSpinWait(); // LINE would not be answered either
            } catch (InterruptedException interrupted) {
                return;
            }
        }
    }

    private String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        over = true;
        try {
            sender.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
