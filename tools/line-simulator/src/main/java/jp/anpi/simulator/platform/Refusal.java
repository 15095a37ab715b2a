package jp.anpi.simulator.platform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import jp.anpi.simulator.rules.Problem;

/**
 * LINE says no: a status, a body of its error shape and sometimes a header
 * (https://developers.line.biz/en/reference/messaging-api/#error-responses).
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient ObjectNode body;
    private final transient Map<String, String> headers;

    private Refusal(int status, ObjectNode body, Map<String, String> headers) {
        super(body.path("message").asText());
        this.status = status;
        this.body = body;
        this.headers = headers;
    }

    public static Refusal of(int status, String message) {
        return new Refusal(status, message(message), Map.of());
    }

    public static Refusal notFound() {
        return of(404, "Not found");
    }

    /** A property that could not even be read as what it should be. */
    public static Refusal invalidProperty(String property) {
        return of(400, "The property, " + property + ", in the request body is invalid (line: -, column: -)");
    }

    public static Refusal problems(List<Problem> problems) {
        return problems("The request body has " + problems.size() + " error(s)", problems);
    }

    /** Problems within a flex container, which LINE reports for one message by JSON pointers. */
    public static Refusal flex(int index, List<Problem> problems) {
        return problems("A message (messages[" + index + "]) in the request body is invalid", problems);
    }

    public static Refusal monthlyLimit() {
        return of(429, "You have reached your monthly limit.");
    }

    public static Refusal rateLimit() {
        return of(429, "The API rate limit has been exceeded. Try again later.");
    }

    static Refusal alreadyAccepted(String acceptedRequestId, ArrayNode sentMessages) {
        ObjectNode body = message("The retry key is already accepted");
        if (sentMessages != null) {
            body.set("sentMessages", sentMessages);
        }
        return new Refusal(409, body, Map.of("x-line-accepted-request-id", acceptedRequestId));
    }

    /** The token endpoints speak OAuth: {@code error} and {@code error_description}. */
    public static Refusal oauth(String error, String description) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("error", error).put("error_description", description);
        return new Refusal(400, body, Map.of());
    }

    private static Refusal problems(String message, List<Problem> problems) {
        ObjectNode body = message(message);
        ArrayNode details = body.putArray("details");
        problems.forEach(
                problem -> details.addObject().put("message", problem.message()).put("property", problem.property()));
        return new Refusal(400, body, Map.of());
    }

    private static ObjectNode message(String message) {
        return JsonNodeFactory.instance.objectNode().put("message", message);
    }

    public int status() {
        return status;
    }

    public ObjectNode body() {
        return body;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
