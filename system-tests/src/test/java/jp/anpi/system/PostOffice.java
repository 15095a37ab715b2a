package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.anpi.launcher.SteadyHttp;

/** A real mail server and a real gateway for SMS, and what they were handed. */
final class PostOffice implements AutoCloseable {

    private static final Pattern LINK = Pattern.compile("http://\\S+/my/open/\\S+");

    /** A mail as its reader sees it. */
    record Mail(String to, String subject, String text, String id) {

        /** The link in it. */
        String link() {
            return linkIn(text);
        }
    }

    private final int port;
    private final HttpServer gateway;
    private final List<String> handedToGateway = new CopyOnWriteArrayList<>();
    private final List<Mail> kept = new ArrayList<>();
    private GreenMail server;

    PostOffice() {
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
            gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        gateway.createContext("/sms", this::take);
        gateway.start();
        open();
    }

    /** Settings of the product that name both. */
    Map<String, String> properties() {
        return Map.of(
                "anpi.mail.host", "127.0.0.1",
                "anpi.mail.port", Integer.toString(port),
                "anpi.mail.tls", "none",
                "anpi.mail.from", "anpi@midori.example.jp",
                "anpi.staff.emails", ProvingGround.OFFICE,
                "anpi.gateway.url", "http://localhost:" + gateway.getAddress().getPort() + "/sms",
                "anpi.gateway.token", "gateway-token");
    }

    /** The mail server takes mails again. */
    void open() {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    /** Nobody listens at the mail server's port any more. */
    void shut() {
        kept.addAll(received());
        server.stop();
    }

    List<Mail> mailsTo(String address) {
        List<Mail> all = new ArrayList<>(kept);
        all.addAll(received());
        return all.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    Mail lastTo(String address) {
        List<Mail> all = mailsTo(address);
        return all.get(all.size() - 1);
    }

    /** Bodies of requests, oldest first. */
    List<String> handedToGateway() {
        return handedToGateway;
    }

    /** Presses the button behind a link; the status of the answer. */
    static int pressed(String link) {
        try {
            HttpRequest look = HttpRequest.newBuilder(URI.create(link)).build();
            assertThat(SteadyHttp.CLIENT.send(look, BodyHandlers.ofString()).body())
                    .contains("<form method=\"post\">");
            HttpRequest press = HttpRequest.newBuilder(URI.create(link))
                    .POST(BodyPublishers.noBody())
                    .build();
            return SteadyHttp.CLIENT.send(press, BodyHandlers.ofString()).statusCode();
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    static String linkIn(String text) {
        Matcher link = LINK.matcher(text);
        if (!link.find()) {
            throw new AssertionError("no link in: " + text);
        }
        return link.group();
    }

    private List<Mail> received() {
        return Arrays.stream(server.getReceivedMessages()).map(PostOffice::mail).toList();
    }

    private static Mail mail(MimeMessage mail) {
        try {
            return new Mail(
                    mail.getHeader("To", ","),
                    mail.getSubject(),
                    mail.getContent().toString(),
                    mail.getMessageID());
        } catch (MessagingException | IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        handedToGateway.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop();
        gateway.stop(0);
    }
}
