package jp.anpi.resident.internal.door;

import static jakarta.servlet.http.HttpServletResponse.SC_METHOD_NOT_ALLOWED;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A link from a mail, behind a button: programs that look through mails open every link in them, and would use it up
 * before its reader.
 */
abstract class ButtonDoor extends HttpServlet {

    @Inject
    private transient DoorPage page;

    /** Beginning of the keys of title, text and button. */
    abstract String words();

    /** Somebody wants to come in. */
    abstract void pressed(HttpServletRequest request, HttpServletResponse response) throws IOException;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getMethod()) {
            case "GET", "HEAD" -> write(response, page.withButton(words(), request.getContextPath()));
            case "POST" -> pressed(request, response);
            default -> {
                response.setHeader("Allow", "GET, HEAD, POST");
                response.sendError(SC_METHOD_NOT_ALLOWED);
            }
        }
    }

    final void write(HttpServletResponse response, String html) throws IOException {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    final DoorPage page() {
        return page;
    }
}
