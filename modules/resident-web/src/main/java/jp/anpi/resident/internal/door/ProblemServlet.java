package jp.anpi.resident.internal.door;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;

/**
 * The page for everything that goes wrong. Says what to do now, and nothing of what happened inside.
 *
 * <p>No Faces view, so that it is also there when Faces is what failed.
 */
@WebServlet("/problem")
public class ProblemServlet extends HttpServlet {

    private static final Logger LOG = System.getLogger(ProblemServlet.class.getName());

    @Inject
    private transient ProblemPage page;

    private static ProblemPage.Reader reader(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String staff = request.getContextPath() + "/admin/";
        return String.valueOf(asked).startsWith(staff) ? ProblemPage.Reader.STAFF : ProblemPage.Reader.RESIDENT;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        Problem problem = Problem.of((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE), (Class<?>)
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION_TYPE));
        response.setStatus(problem.status());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        byte[] html = page.html(problem.kind(), reader(request), request.getContextPath())
                .getBytes(StandardCharsets.UTF_8);
        response.setContentLength(html.length);
        try {
            response.getOutputStream().write(html);
        } catch (IOException hungUp) {
            LOG.log(Level.DEBUG, "Nobody waits for the page any more: {0}", hungUp.getClass());
        }
    }
}
