package jp.anpi.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import jp.anpi.launcher.SteadyHttp;

/**
 * What {@code /metrics} says at one moment.
 *
 * @param contentType as answered
 * @param text in Prometheus' format
 */
record Metrics(String contentType, String text) {

    static Metrics of(Town town) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(town.address() + "/metrics"))
                    .header("Accept", "text/plain")
                    .build();
            HttpResponse<String> answer = SteadyHttp.CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("/metrics answers " + answer.statusCode());
            }
            return new Metrics(answer.headers().firstValue("Content-Type").orElse(""), answer.body());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /**
     * The value of one series; 0 where it is not there yet.
     *
     * @param labels as {@code name="value"}, in any order
     */
    double value(String name, String... labels) {
        StringBuilder series = new StringBuilder("(?m)^" + Pattern.quote(name) + "\\{");
        for (String label : labels) {
            series.append("(?=[^}]*\\b").append(Pattern.quote(label)).append(")");
        }
        return Pattern.compile(series + "[^}]*}\\s+(\\S+)$")
                .matcher(text)
                .results()
                .findFirst()
                .map(found -> Double.parseDouble(found.group(1)))
                .orElse(0.0);
    }
}
