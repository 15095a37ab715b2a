package jp.anpi.benchmarks.answers;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jp.anpi.benchmarks.workbench.Crowd;
import jp.anpi.benchmarks.workbench.Workbench;
import jp.anpi.launcher.LaunchFailure;

/** One of LINE's connections to the webhook: signed events, one after the other. */
final class WebhookClient implements AutoCloseable {

    private final URI product;
    private final Mac signature;
    private Socket socket;
    private InputStream in;

    WebhookClient(URI product) {
        this.product = product;
        try {
            signature = Mac.getInstance("HmacSHA256");
            signature.init(
                    new SecretKeySpec(Workbench.CHANNEL_SECRET.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The person presses OK; returns when the product has said 200.
     *
     * @throws LaunchFailure when it says anything else
     */
    void ok(long person, Instant at) {
        byte[] request = request(event(person, at));
        try {
            if (socket == null) {
                connect();
            }
            socket.getOutputStream().write(request);
            if (!answered()) {
                close();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
            socket = null;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void connect() throws IOException {
        socket = new Socket(product.getHost(), product.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    private static String event(long person, Instant at) {
        String user = Crowd.lineUserId(person);
        return ("{'destination':'Uffffffffffffffffffffffffffffffff','events':[{'type':'postback','postback':{'data':'ok'},"
                        + "'webhookEventId':'" + user.replace('U', 'E') + "','deliveryContext':{'isRedelivery':false},"
                        + "'timestamp':" + at.toEpochMilli() + ",'source':{'type':'user','userId':'" + user + "'},"
                        + "'replyToken':'" + user.replace('U', 'R') + "','mode':'active'}]}")
                .replace('\'', '"');
    }

    private byte[] request(String event) {
        byte[] body = event.getBytes(StandardCharsets.US_ASCII);
        String head = "POST /line/webhook HTTP/1.1\r\nHost: " + product.getAuthority()
                + "\r\nContent-Type: application/json\r\nx-line-signature: "
                + Base64.getEncoder().encodeToString(signature.doFinal(body))
                + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        return request.toByteArray();
    }

    /** @return whether the connection stays */
    private boolean answered() throws IOException {
        String status = line();
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new LaunchFailure("the webhook answers " + status);
        }
        boolean stays = true;
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            }
            stays &= !lower.equals("connection: close");
        }
        in.readNBytes(length);
        return stays;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The product closed the connection");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.US_ASCII);
    }
}
