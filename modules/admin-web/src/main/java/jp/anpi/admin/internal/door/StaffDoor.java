package jp.anpi.admin.internal.door;

import static jakarta.servlet.http.HttpServletResponse.SC_FORBIDDEN;
import static jakarta.servlet.http.HttpServletResponse.SC_NOT_FOUND;
import static jakarta.servlet.http.HttpServletResponse.SC_UNAUTHORIZED;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jp.anpi.foundation.Settings;
import jp.anpi.membership.StaffRight;
import jp.anpi.membership.StaffSignIn.Presence;

/**
 * Lets through who may see a page, and shows everybody else the way to sign in. Use cases look at the role once more.
 *
 * <p>Also on forwards, because the addresses without extension reach their page by one.
 */
@WebFilter(
        value = "/admin/*",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.FORWARD})
public class StaffDoor extends HttpFilter {

    @Inject
    private transient SignInPlaces places;

    @Inject
    private transient Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = StaffPages.path(request);
        String page = StaffPages.isOne(path) ? StaffPages.page(path) : "";
        Optional<Presence> presence = SignedIn.presence(request);
        boolean post = "POST".equals(request.getMethod());
        if (post && !Sender.ownPage(request, settings.publicUrl())) {
            response.sendError(SC_FORBIDDEN);
        } else if (page.equals(StaffPages.SIGN_IN)) {
            if (post && request.getDispatcherType() == DispatcherType.REQUEST) {
                places.let(request, response, chain);
            } else {
                chain.doFilter(request, response);
            }
        } else if (page.equals(StaffPages.SIGN_OUT)) {
            // Also where the session has ended by itself: what other tabs still show goes.
            chain.doFilter(request, response);
        } else if (presence.isEmpty()) {
            refuse(request, response, page);
        } else {
            Gate gate = SignedIn.gate(request);
            if (gate == Gate.OPEN) {
                open(presence.get(), page, request, response, chain);
            } else if (gate.opens(page)) {
                chain.doFilter(request, response);
            } else {
                response.sendRedirect(request.getContextPath() + StaffPages.ROOT + gate.page());
            }
        }
    }

    private static void open(
            Presence presence, String page, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<StaffRight> right = StaffPages.right(page);
        if (StaffPages.OWN.contains(page)) {
            chain.doFilter(request, response);
        } else if (right.isEmpty()) {
            response.sendError(SC_NOT_FOUND);
        } else if (!presence.caller().may(right.get())) {
            response.sendError(SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** A page that refreshes itself is told, and goes there by itself. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, String page)
            throws IOException {
        if (Sender.poll(request)) {
            response.setStatus(SC_UNAUTHORIZED);
            return;
        }
        // Of what was sent nothing is read: it is a stranger's. The page has kept what was typed.
        String query = request.getQueryString();
        String wanted = StaffPages.destination(StaffPages.ROOT + page + (query == null ? "" : "?" + query));
        String to = wanted.equals(StaffPages.ROOT) ? "" : "?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
        response.sendRedirect(request.getContextPath() + StaffPages.ROOT + StaffPages.SIGN_IN + to);
    }
}
