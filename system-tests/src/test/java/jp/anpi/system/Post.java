package jp.anpi.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jp.anpi.launcher.SteadyHttp;

/** Posts to the webhook what no LINE would send, byte by byte. */
final class Post {

    private final URI product;

    Post(URI product) {
        this.product = product;
    }

    /** @return the status of the answer to a body that was signed with the channel's secret */
    int signed(byte[] body) {
        return to("/line/webhook", body, signature(body));
    }

    int signed(String body) {
        return signed(body.getBytes(StandardCharsets.UTF_8));
    }

    /** One delivery with these events, written as JSON. */
    int events(String... events) {
        return signed("{\"destination\":\"Ub\",\"events\":[" + String.join(",", events) + "]}");
    }

    /** @param signature null sends none */
    int to(String path, byte[] body, String signature) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(product + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        if (signature != null) {
            request.header("x-line-signature", signature);
        }
        return status(request);
    }

    int status(HttpRequest.Builder request) {
        try {
            return SteadyHttp.CLIENT
                    .send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException noAnswer) {
            throw new UncheckedIOException(noAnswer);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Town.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
