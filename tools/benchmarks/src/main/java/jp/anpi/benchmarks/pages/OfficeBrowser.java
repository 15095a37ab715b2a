package jp.anpi.benchmarks.pages;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.anpi.launcher.LaunchFailure;

/** Somebody of the staff who is signed in and asks for one page after the other. */
final class OfficeBrowser {

    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final URI address;

    private OfficeBrowser(URI address) {
        this.address = address;
    }

    static OfficeBrowser signIn(URI address, String user, String password) {
        OfficeBrowser browser = new OfficeBrowser(address);
        Matcher state = VIEW_STATE.matcher(browser.page("sign-in"));
        String form = form(Map.of(
                "enter",
                "enter",
                "enter:user",
                user,
                "enter:password",
                password,
                "enter:go",
                "go",
                "jakarta.faces.ViewState",
                state.find() ? state.group(1) : "stateless"));
        HttpRequest request = HttpRequest.newBuilder(browser.at("sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        String arrived = browser.send(request);
        if (arrived.contains("enter:password")) {
            throw new LaunchFailure("the benchmark is not let in as " + user);
        }
        return browser;
    }

    /** The page below {@code /admin/}. */
    String page(String path) {
        return send(HttpRequest.newBuilder(at(path)).build());
    }

    private URI at(String path) {
        return URI.create(address + "/admin/" + path);
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 200) {
                throw new LaunchFailure(request.uri() + " answers " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException lost) {
            throw new LaunchFailure(request.uri() + " does not answer", lost);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("ended while waiting for " + request.uri(), ended);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
