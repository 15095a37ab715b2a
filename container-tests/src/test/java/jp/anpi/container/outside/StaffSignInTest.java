package jp.anpi.container.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import jp.anpi.container.host.Premises;
import org.junit.jupiter.api.Test;

/** Jakarta Security of a Payara Server lets staff in, and nobody else. */
class StaffSignInTest extends Outside {

    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(Redirect.NORMAL)
            .build();

    @Test
    void staff_sign_in_on_the_server_too() throws Exception {
        HttpResponse<String> door = get("/admin/");
        assertThat(door.statusCode()).isEqualTo(200);
        assertThat(door.body()).contains("利用者ID", "パスワード", "ログイン");

        assertThat(signIn("wrong").body()).contains("利用者IDかパスワードが違います");
        HttpResponse<String> today = signIn(Premises.STAFF_PASSWORD);

        assertThat(today.uri().getPath()).isEqualTo("/admin/");
        assertThat(today.body()).contains("いま人が必要な方", "ログアウト");
        assertThat(get("/admin/log").body()).contains("ログインした");
    }

    private HttpResponse<String> signIn(String password) throws IOException, InterruptedException {
        String form = Map.of(
                        "enter", "enter",
                        "enter:user", "admin",
                        "enter:password", password,
                        "enter:go", "go",
                        "jakarta.faces.ViewState", "stateless")
                .entrySet()
                .stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return browser.send(
                HttpRequest.newBuilder(address("/admin/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    private static URI address(String path) {
        return URI.create("http://localhost:" + System.getProperty("anpi.test.http-port") + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
