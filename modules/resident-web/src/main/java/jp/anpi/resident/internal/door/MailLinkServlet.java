package jp.anpi.resident.internal.door;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Opens a link from a mail, once: {@code /my/open/mail/{token}}. */
@WebServlet("/my/open/mail/*")
public class MailLinkServlet extends ButtonDoor {

    @Inject
    private transient Entrance entrance;

    @Override
    String words() {
        return "door.mail";
    }

    @Override
    void pressed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        entrance.open(request, response);
    }
}
