package jp.anpi.resident.internal.door;

import static jakarta.servlet.http.HttpServletResponse.SC_GONE;
import static jakarta.servlet.http.HttpServletResponse.SC_SEE_OTHER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import jp.anpi.membership.PageLinks;

/** Uses the link of the address up, and leads to the page that it opens. */
@ApplicationScoped
public class Entrance {

    private static final int LONGEST_TOKEN = 100;

    @Inject
    private PageLinks links;

    @Inject
    private Clock clock;

    void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Guest> guest = token(request)
                .flatMap(token -> links.open(token, clock.instant()))
                .map(visit -> Guest.of(visit, request.getParameter("code")));
        if (guest.isEmpty()) {
            response.sendError(SC_GONE);
            return;
        }
        guest.get().enter(request);
        response.setStatus(SC_SEE_OTHER);
        response.setHeader(
                "Location",
                request.getContextPath() + OwnPages.first(guest.get().purpose()));
    }

    /** What stands behind the servlet's path. */
    static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getPathInfo())
                .map(path -> path.substring(1))
                .filter(token -> !token.isEmpty() && token.length() <= LONGEST_TOKEN);
    }
}
