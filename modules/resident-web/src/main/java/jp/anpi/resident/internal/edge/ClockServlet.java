package jp.anpi.resident.internal.edge;

import static jakarta.servlet.http.HttpServletResponse.SC_BAD_REQUEST;
import static jakarta.servlet.http.HttpServletResponse.SC_METHOD_NOT_ALLOWED;
import static jakarta.servlet.http.HttpServletResponse.SC_NOT_FOUND;
import static jakarta.servlet.http.HttpServletResponse.SC_OK;
import static jakarta.servlet.http.HttpServletResponse.SC_SERVICE_UNAVAILABLE;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import jp.anpi.foundation.FailureSummary;
import jp.anpi.foundation.ManualClock;
import jp.anpi.foundation.Settings;
import jp.anpi.foundation.Settings.Profile;
import jp.anpi.foundation.WorkLoop;

/**
 * Shows and moves the manual clock; in any other installation these addresses do not exist.
 *
 * <p>No transaction surrounds an advance: each piece of work on the way has its own. Reading takes no lock, so that it
 * answers the instant being executed while an advance runs for minutes.
 */
@WebServlet({"/dev/clock", "/dev/clock/advance"})
public class ClockServlet extends HttpServlet {

    private static final System.Logger LOG = System.getLogger(ClockServlet.class.getName());
    private static final int LONGEST_BODY = 4096;

    @Inject
    private transient Settings settings;

    @Inject
    private transient Clock clock;

    @Inject
    private transient WorkLoop workLoop;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (settings.profile() != Profile.DEV || !(clock instanceof ManualClock)) {
            response.sendError(SC_NOT_FOUND);
            return;
        }
        boolean advance = request.getServletPath().endsWith("/advance");
        String method = advance ? "POST" : "GET";
        if (!method.equals(request.getMethod())) {
            response.setHeader("Allow", method);
            JsonAnswer.error(SC_METHOD_NOT_ALLOWED, method + " only").send(response);
            return;
        }
        (advance ? advance(request) : read()).send(response);
    }

    private JsonAnswer read() {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("now", clock.instant().toString());
        body.put("nextDue", nextDue());
        return new JsonAnswer(SC_OK, body);
    }

    /** The time is known also while the database is away, what is due is not. */
    private String nextDue() {
        try {
            return workLoop.nextDue().map(Instant::toString).orElse(null);
        } catch (RuntimeException away) {
            LOG.log(Level.DEBUG, "Nobody knows what is due: {0}", FailureSummary.of(away));
            return null;
        }
    }

    private JsonAnswer advance(HttpServletRequest request) throws IOException {
        Advance advance;
        try {
            byte[] body = request.getInputStream().readNBytes(LONGEST_BODY);
            advance = Advance.parse(body, clock.instant());
        } catch (IllegalArgumentException wrong) {
            return JsonAnswer.error(SC_BAD_REQUEST, wrong.getMessage());
        }
        try {
            Instant now = workLoop.advance(advance.by());
            return new JsonAnswer(SC_OK, Map.of("now", now.toString()));
        } catch (CancellationException stopping) {
            return JsonAnswer.error(SC_SERVICE_UNAVAILABLE, "stopped on the way");
        } catch (RuntimeException away) {
            LOG.log(Level.WARNING, "The clock moved, but nobody knows what was due: {0}", FailureSummary.of(away));
            return JsonAnswer.error(SC_SERVICE_UNAVAILABLE, "the time has passed, but what was due is not done");
        }
    }
}
