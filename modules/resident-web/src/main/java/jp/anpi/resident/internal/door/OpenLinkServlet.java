package jp.anpi.resident.internal.door;

import static jakarta.servlet.http.HttpServletResponse.SC_METHOD_NOT_ALLOWED;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Opens a link from the chat, once: {@code /my/open/{token}}.
 *
 * <p>Only GET uses it up; whoever merely looks whether there is something (HEAD) does not.
 */
@WebServlet("/my/open/*")
public class OpenLinkServlet extends HttpServlet {

    @Inject
    private transient Entrance entrance;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getMethod()) {
            case "GET" -> entrance.open(request, response);
            case "HEAD" -> response.setStatus(HttpServletResponse.SC_OK);
            default -> {
                response.setHeader("Allow", "GET, HEAD");
                response.sendError(SC_METHOD_NOT_ALLOWED);
            }
        }
    }
}
