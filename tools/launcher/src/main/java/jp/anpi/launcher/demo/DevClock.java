package jp.anpi.launcher.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.anpi.launcher.LaunchFailure;
import jp.anpi.launcher.SteadyHttp;

/** The product's manual clock, moved from outside. */
public final class DevClock {

    private static final Pattern NOW = Pattern.compile("\"now\"\\s*:\\s*\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final URI clock;

    /**
     * The clock of a product.
     *
     * @param product base of its addresses, without a trailing slash
     */
    public DevClock(URI product) {
        this.clock = URI.create(product + "/dev/clock");
    }

    /** The product's time. */
    public Instant now() {
        return ask(HttpRequest.newBuilder(clock).GET());
    }

    /** Lets the time pass; everything that falls due meanwhile has happened when this returns. */
    public Instant advance(Duration by) {
        return ask(HttpRequest.newBuilder(URI.create(clock + "/advance"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"by\":\"" + by + "\"}")));
    }

    /** Lets everything be done that was received so far; no time passes. */
    public Instant settle() {
        return advance(Duration.ZERO);
    }

    /** Lets the time pass until an instant. */
    public Instant advanceTo(Instant then) {
        Duration by = Duration.between(now(), then);
        if (by.isNegative()) {
            throw new IllegalArgumentException("the clock stands behind " + then + " already");
        }
        return advance(by);
    }

    private Instant ask(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    SteadyHttp.CLIENT.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            Matcher now = NOW.matcher(answer.body());
            if (answer.statusCode() != 200 || !now.find()) {
                throw new LaunchFailure("the product's clock answers " + answer.statusCode() + " " + answer.body());
            }
            return Instant.parse(now.group(1));
        } catch (IOException silent) {
            throw new LaunchFailure("the product's clock does not answer: " + silent, silent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted");
        }
    }
}
