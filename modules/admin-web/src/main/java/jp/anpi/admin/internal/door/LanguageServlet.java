package jp.anpi.admin.internal.door;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** Chooses the language of the staff pages, for this browser. */
@WebServlet("/staff-language/*")
public class LanguageServlet extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Cookie cookie = new Cookie(SignedIn.LANGUAGE, "/en".equals(request.getPathInfo()) ? "en" : "ja");
        cookie.setHttpOnly(true);
        cookie.setPath(request.getContextPath() + StaffPages.ROOT);
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        response.addCookie(cookie);
        response.sendRedirect(request.getContextPath() + StaffPages.ROOT);
    }
}
