package jp.anpi.resident.internal.page;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import jp.anpi.line.InvitationLinks;
import jp.anpi.membership.PageLinks.Purpose;
import jp.anpi.reporting.InvitationQr;
import jp.anpi.resident.internal.door.Guest;

/** The picture on the invitation page; a PNG, which phones can keep and pass on. */
@WebServlet("/my/invitation/qr.png")
public class InvitationQrServlet extends HttpServlet {

    private static final int SIDE = 720;

    @Inject
    private transient InvitationLinks links;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<URI> link = InvitationPage.link(links, Guest.of(request, Purpose.INVITATION));
        if (link.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] png = new InvitationQr(link.get().toString()).png(SIDE);
        response.setContentType("image/png");
        response.setContentLength(png.length);
        response.getOutputStream().write(png);
    }
}
