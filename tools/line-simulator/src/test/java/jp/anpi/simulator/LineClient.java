package jp.anpi.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Speaks to the platform in plain HTTP, as a client without a library would. */
final class LineClient {

    record Response(int status, String text, HttpResponse<String> http) {
        JsonNode json() {
            try {
                return new ObjectMapper().readTree(text);
            } catch (IOException e) {
                throw new AssertionError("No JSON: " + text, e);
            }
        }

        String message() {
            return json().path("message").asText();
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }
    }

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String token;

    LineClient(LineSimulator simulator) {
        this(simulator, simulator.options().channelAccessToken());
    }

    LineClient(LineSimulator simulator, String token) {
        this.base = simulator.url();
        this.token = token;
    }

    Response get(String path) throws IOException {
        return send(request(path).GET());
    }

    Response delete(String path) throws IOException {
        return send(request(path).DELETE());
    }

    Response post(String path, String json, String... headers) throws IOException {
        HttpRequest.Builder request = request(path).POST(BodyPublishers.ofString(json));
        request.header("content-type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    Response put(String path, String json) throws IOException {
        return send(request(path).header("content-type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    Response upload(String path, String type, byte[] bytes) throws IOException {
        return send(request(path).header("content-type", type).POST(BodyPublishers.ofByteArray(bytes)));
    }

    Response form(String path, String form) throws IOException {
        return send(request(path)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    Response push(String to, String text, String... headers) throws IOException {
        return post("/v2/bot/message/push", "{\"to\":\"" + to + "\",\"messages\":[" + text(text) + "]}", headers);
    }

    Response reply(String token, String text, String... headers) throws IOException {
        return post(
                "/v2/bot/message/reply",
                "{\"replyToken\":\"" + token + "\",\"messages\":[" + text(text) + "]}",
                headers);
    }

    Response pushMessage(String to, String message) throws IOException {
        return post("/v2/bot/message/push", "{\"to\":\"" + to + "\",\"messages\":[" + message + "]}");
    }

    static String text(String text) {
        return "{\"type\":\"text\",\"text\":\"" + text + "\"}";
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("authorization", "Bearer " + token);
    }

    private Response send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Response(response.statusCode(), response.body(), response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
