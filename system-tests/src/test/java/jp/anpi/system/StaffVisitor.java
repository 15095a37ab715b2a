package jp.anpi.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.anpi.launcher.SteadyHttp;

/** Somebody at the staff pages without a browser, who follows no redirect and may send what no page would. */
final class StaffVisitor {

    private static final Pattern FORM = Pattern.compile("<form\\b[^>]*method=\"post\"[^>]*>.*?</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<(input|button|textarea|select)\\b[^>]*>");
    private static final Pattern ACTION = Pattern.compile("<form\\b[^>]*action=\"([^\"]*)\"");
    static final String STATE = "jakarta.faces.ViewState";

    /** A form of a page. @param action as it stands there */
    record Form(String action, Map<String, String> fields) {

        /** The same form with another value in a field. */
        Form with(String field, String value) {
            Map<String, String> changed = new LinkedHashMap<>(fields);
            changed.put(field, value);
            return new Form(action, changed);
        }
    }

    private final URI address;
    private String session = "";
    private String language = "ja";

    StaffVisitor(URI address) {
        this.address = address;
    }

    String session() {
        return session;
    }

    /** Goes on with a session that was brought along. */
    StaffVisitor with(String id) {
        session = id;
        return this;
    }

    /** Reads the pages in this language from now on. */
    StaffVisitor reading(String code) {
        language = code;
        return this;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** @return the answer to the form with user and password */
    HttpResponse<String> signIn(String user, String password) {
        return signIn(user, password, "");
    }

    HttpResponse<String> signIn(String user, String password, String to) {
        Form form = forms(get("/admin/sign-in").body()).stream()
                .filter(one -> one.fields().containsKey("enter:user"))
                .findFirst()
                .orElseThrow();
        return post(
                form.with("enter:user", user).with("enter:password", password).with("to", to), Map.of());
    }

    HttpResponse<String> post(Form form, Map<String, String> headers) {
        String body = form.fields().entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(form.action())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    /** Every form that changes something, with all its fields as they would be sent. */
    static List<Form> forms(String page) {
        List<Form> forms = new ArrayList<>();
        Matcher form = FORM.matcher(page);
        while (form.find()) {
            Matcher action = ACTION.matcher(form.group());
            Map<String, String> fields = new LinkedHashMap<>();
            Matcher input = INPUT.matcher(form.group());
            while (input.find()) {
                attribute(input.group(), "name")
                        .ifPresent(name -> fields.put(
                                name, attribute(input.group(), "value").orElse("")));
            }
            forms.add(new Form(action.find() ? action.group(1).replace("&amp;", "&") : "", fields));
        }
        return forms;
    }

    private static Optional<String> attribute(String tag, String name) {
        Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
        String cookies = "anpi-language=" + language;
        return request.header("Cookie", session.isEmpty() ? cookies : cookies + "; JSESSIONID=" + session);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = SteadyHttp.CLIENT.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").stream()
                    .filter(cookie -> cookie.startsWith("JSESSIONID="))
                    .forEach(cookie -> session = cookie.replaceFirst("JSESSIONID=([^;]*).*", "$1"));
            return answer;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ending);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
