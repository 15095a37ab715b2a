package jp.anpi.resident.internal.door;

import static jakarta.servlet.http.HttpServletResponse.SC_FORBIDDEN;
import static jakarta.servlet.http.HttpServletResponse.SC_NOT_FOUND;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import jp.anpi.foundation.Settings;
import jp.anpi.membership.PageLinks.Purpose;

/**
 * Lets nobody to a page without the link that opens it.
 *
 * <p>Also on forwards, because the addresses without extension reach their page by one.
 */
@WebFilter(
        value = "/my/*",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.FORWARD})
public class DoorFilter extends HttpFilter {

    @Inject
    private transient Admission admission;

    @Inject
    private transient Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = path(request);
        if (path.startsWith(OwnPages.ROOT + "open/")) {
            chain.doFilter(request, response);
            return;
        }
        // Payara takes a session from the address although the descriptor says cookies only.
        Optional<Guest> guest = Guest.of(request);
        Optional<Purpose> purpose = OwnPages.purpose(path);
        if (guest.isPresent() && purpose.isEmpty()) {
            response.sendError(SC_NOT_FOUND);
        } else if (guest.isEmpty()
                || request.isRequestedSessionIdFromURL()
                || guest.get().purpose() != purpose.get()
                || !admission.stillWelcome(guest.get())
                || !fromOwnPage(request)) {
            response.sendError(SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean fromOwnPage(HttpServletRequest request) {
        return !"POST".equals(request.getMethod()) || FormPost.of(request).fromOwnPage(settings.publicUrl());
    }

    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }
}
