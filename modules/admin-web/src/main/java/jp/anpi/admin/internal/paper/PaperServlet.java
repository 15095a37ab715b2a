package jp.anpi.admin.internal.paper;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.admin.internal.page.Numbers;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffInvitations;
import jp.anpi.membership.StaffInvitations.Open;
import jp.anpi.reporting.InvitationQr;
import jp.anpi.reporting.PrintedPaper;

/** The paper as PDF, its sides as pictures, and the QR code by itself for whoever lays out a paper of their own. */
@WebServlet({"/admin/paper-pdf", "/admin/paper-picture", "/admin/paper-qr"})
public class PaperServlet extends HttpServlet {

    private static final int PICTURE_WIDTH = 1_100;
    private static final int QR_SIDE = 1_200;

    /** What is sent. */
    private record Sent(String type, String name, byte[] bytes) {}

    @Inject
    private transient SignedIn me;

    @Inject
    private transient StaffInvitations invitations;

    @Inject
    private transient Papers papers;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Place place = Place.of(request);
        StaffCaller caller = me.caller();
        Optional<Sent> sent = invitations
                .open(caller, place.team(), clock.instant())
                .flatMap(invitation -> switch (request.getServletPath()) {
                    case "/admin/paper-qr" -> qr(caller, invitation, "svg".equals(request.getParameter("as")));
                    case "/admin/paper-picture" -> picture(caller, invitation, place, page(request));
                    default -> pdf(caller, invitation, place);
                });
        if (sent.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            send(sent.get(), response);
        }
    }

    private static int page(HttpServletRequest request) {
        return (int) Math.min(Numbers.whole(request.getParameter("page")).orElse(1), Integer.MAX_VALUE);
    }

    private Optional<Sent> qr(StaffCaller caller, Open invitation, boolean svg) {
        String name = "QR-" + invitation.invitedBy();
        return papers.link(caller, invitation)
                .map(link -> new InvitationQr(link.toString()))
                .map(qr -> svg
                        ? new Sent("image/svg+xml", name + ".svg", qr.svg())
                        : new Sent("image/png", name + ".png", qr.png(QR_SIDE)));
    }

    private Optional<Sent> picture(StaffCaller caller, Open invitation, Place place, int page) {
        return papers.print(caller, invitation, place.kind())
                .filter(paper -> page >= 1 && page <= paper.pages())
                .map(paper -> new Sent("image/png", "", paper.picture(page, PICTURE_WIDTH)));
    }

    private Optional<Sent> pdf(StaffCaller caller, Open invitation, Place place) {
        String name = me.words().of("paper.kind." + place.kind()) + "-" + invitation.invitedBy() + ".pdf";
        return papers.print(caller, invitation, place.kind())
                .map(PrintedPaper::pdf)
                .map(pdf -> new Sent("application/pdf", name, pdf));
    }

    /** With a name it is kept, without one it is shown. */
    private static void send(Sent sent, HttpServletResponse response) throws IOException {
        response.setContentType(sent.type());
        response.setContentLength(sent.bytes().length);
        if (!sent.name().isEmpty()) {
            String encoded =
                    URLEncoder.encode(sent.name(), StandardCharsets.UTF_8).replace("+", "%20");
            response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + encoded);
        }
        response.getOutputStream().write(sent.bytes());
    }
}
