package jp.anpi.admin.internal.door;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.anpi.membership.SecondFactor;
import jp.anpi.membership.StaffCaller;
import jp.anpi.reporting.InvitationQr;

/** The secret of the second factor for the camera of a phone, as long as it is not confirmed. */
@WebServlet("/admin/factor-qr")
public class FactorQrServlet extends HttpServlet {

    private static final int SIDE = 240;

    @Inject
    private transient SecondFactor factor;

    @Inject
    private transient SignedIn me;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        StaffCaller caller = me.caller();
        if (factor.confirmed(caller)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] picture = new InvitationQr(factor.offer(caller).link()).png(SIDE);
        response.setContentType("image/png");
        response.setContentLength(picture.length);
        response.getOutputStream().write(picture);
    }
}
