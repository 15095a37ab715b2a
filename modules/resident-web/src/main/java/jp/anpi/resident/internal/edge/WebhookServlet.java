package jp.anpi.resident.internal.edge;

import static jakarta.servlet.http.HttpServletResponse.SC_BAD_REQUEST;
import static jakarta.servlet.http.HttpServletResponse.SC_METHOD_NOT_ALLOWED;
import static jakarta.servlet.http.HttpServletResponse.SC_NOT_FOUND;
import static jakarta.servlet.http.HttpServletResponse.SC_OK;
import static jakarta.servlet.http.HttpServletResponse.SC_SERVICE_UNAVAILABLE;
import static jakarta.servlet.http.HttpServletResponse.SC_UNAUTHORIZED;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import jp.anpi.foundation.FailureSummary;
import jp.anpi.foundation.WallTime;
import jp.anpi.line.WebhookReceiver;
import jp.anpi.line.WebhookReceiver.Receipt;

/**
 * Where LINE posts: {@code /line/webhook} for the first organization, {@code /line/webhook/{organization}} for any.
 *
 * <p>The signature is over the bytes as they came, so nothing before or in here may ask for a request parameter: the
 * container would read the body to look for it.
 */
@WebServlet(value = "/line/webhook/*", loadOnStartup = 1)
public class WebhookServlet extends HttpServlet {

    private static final System.Logger LOG = System.getLogger(WebhookServlet.class.getName());
    private static final JsonAnswer STORED = new JsonAnswer(SC_OK, Map.of());

    @Inject
    private transient WebhookReceiver receiver;

    @Inject
    @WallTime
    private transient Clock wall;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if ("POST".equals(request.getMethod())) {
            receive(request).send(response);
        } else {
            response.setHeader("Allow", "POST");
            JsonAnswer.error(SC_METHOD_NOT_ALLOWED, "POST only").send(response);
        }
    }

    private JsonAnswer receive(HttpServletRequest request) {
        Optional<String> organization = WebhookPath.organization(request.getPathInfo());
        if (organization.isEmpty()) {
            return JsonAnswer.error(SC_NOT_FOUND, "no such path");
        }
        try {
            byte[] body = new BoundedBody(request, wall).read();
            Optional<String> key = organization.filter(text -> !text.isEmpty());
            Optional<String> signature = Optional.ofNullable(request.getHeader("x-line-signature"));
            return answer(receiver.receive(key, signature, body));
        } catch (BoundedBody.Refused refused) {
            return refused.answer();
        } catch (IOException brokenOff) {
            return JsonAnswer.error(SC_BAD_REQUEST, "the body could not be read");
        } catch (RuntimeException notStored) {
            // LINE may deliver it again: say that it is not stored, and never what the body held.
            LOG.log(Level.ERROR, "A webhook delivery could not be stored: {0}", FailureSummary.of(notStored));
            return JsonAnswer.error(SC_SERVICE_UNAVAILABLE, "not stored");
        }
    }

    private static JsonAnswer answer(Receipt receipt) {
        return switch (receipt) {
            case STORED -> STORED;
            case UNKNOWN_ORGANIZATION -> JsonAnswer.error(SC_NOT_FOUND, "unknown organization");
            case NOT_SIGNED -> JsonAnswer.error(SC_UNAUTHORIZED, "not signed");
            case MALFORMED -> JsonAnswer.error(SC_BAD_REQUEST, "malformed");
        };
    }
}
