package jp.anpi.resident.internal.door;

import static jakarta.servlet.http.HttpServletResponse.SC_GONE;
import static jakarta.servlet.http.HttpServletResponse.SC_METHOD_NOT_ALLOWED;
import static jakarta.servlet.http.HttpServletResponse.SC_SEE_OTHER;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import jp.anpi.membership.PageLinks;

/**
 * Opens a link from the chat, once: {@code /my/open/{token}}.
 *
 * <p>Only GET uses it up; whoever merely looks whether there is something (HEAD) does not.
 */
@WebServlet("/my/open/*")
public class OpenLinkServlet extends HttpServlet {

    private static final int LONGEST_TOKEN = 100;

    @Inject
    private transient PageLinks links;

    @Inject
    private transient Clock clock;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getMethod()) {
            case "GET" -> open(request, response);
            case "HEAD" -> response.setStatus(HttpServletResponse.SC_OK);
            default -> {
                response.setHeader("Allow", "GET, HEAD");
                response.sendError(SC_METHOD_NOT_ALLOWED);
            }
        }
    }

    private void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Guest> guest = Optional.ofNullable(request.getPathInfo())
                .map(path -> path.substring(1))
                .filter(token -> !token.isEmpty() && token.length() <= LONGEST_TOKEN)
                .flatMap(token -> links.open(token, clock.instant()))
                .map(visit -> Guest.of(visit, request.getParameter("code")));
        if (guest.isEmpty()) {
            response.sendError(SC_GONE);
            return;
        }
        guest.get().enter(request);
        response.setStatus(SC_SEE_OTHER);
        response.setHeader(
                "Location",
                request.getContextPath() + OwnPages.first(guest.get().purpose()));
    }
}
