package jp.anpi.resident.internal.door;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The page for everything that goes wrong. Says what to do now, and nothing of what happened inside.
 *
 * <p>No Faces view, so that it is also there when Faces is what failed.
 */
@WebServlet("/problem")
public class ProblemServlet extends HttpServlet {

    @Inject
    private transient ProblemPage page;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = Problem.of((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE), (Class<?>)
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION_TYPE));
        response.setStatus(problem.status());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        byte[] html = page.html(problem.kind(), request.getContextPath()).getBytes(StandardCharsets.UTF_8);
        response.setContentLength(html.length);
        response.getOutputStream().write(html);
    }
}
