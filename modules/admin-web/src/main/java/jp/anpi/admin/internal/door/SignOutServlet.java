package jp.anpi.admin.internal.door;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import jp.anpi.membership.StaffSignIn;

/** Signing out: by a form, so that no link can do it. */
@WebServlet("/admin/sign-out")
public class SignOutServlet extends HttpServlet {

    @Inject
    private transient StaffSignIn signIn;

    @Inject
    private transient Clock clock;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SignedIn.presence(request).ifPresent(presence -> signIn.signedOut(presence.caller(), clock.instant()));
        Visit.end(request);
        response.sendRedirect(request.getContextPath() + StaffPages.ROOT + StaffPages.SIGN_IN + "?out=1");
    }
}
