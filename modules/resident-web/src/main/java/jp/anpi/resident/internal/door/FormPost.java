package jp.anpi.resident.internal.door;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/**
 * Where a form was sent from. A form of our own carries the state of its view, which belongs to one session; that is the
 * protection. What the browser itself says about the sender is looked at first, because it costs nothing.
 *
 * @param fetchSite header {@code Sec-Fetch-Site}; older phones send none
 * @param origin header {@code Origin}; {@code null} in words where the page sends no referrer
 * @param host header {@code Host}
 * @param viewState the state of the view
 */
record FormPost(Optional<String> fetchSite, Optional<String> origin, String host, Optional<String> viewState) {

    static FormPost of(HttpServletRequest request) {
        return new FormPost(
                Optional.ofNullable(request.getHeader("Sec-Fetch-Site")),
                Optional.ofNullable(request.getHeader("Origin")),
                request.getHeader("Host"),
                Optional.ofNullable(request.getParameter("jakarta.faces.ViewState")));
    }

    boolean fromOwnPage(URI publicUrl) {
        return viewState.isPresent() && fetchSite.map(FormPost::sameSite).orElseGet(() -> sameOrigin(publicUrl));
    }

    private static boolean sameSite(String site) {
        return site.equals("same-origin") || site.equals("none");
    }

    private boolean sameOrigin(URI publicUrl) {
        return origin.filter(text -> !text.equals("null"))
                .map(text -> text.replaceFirst("^https?://", ""))
                .map(authority -> authority.equals(publicUrl.getAuthority()) || authority.equals(host))
                .orElse(true);
    }

    @Override
    public String toString() {
        return "FormPost[fetchSite=" + fetchSite + ", origin=" + origin + ", viewState=***]";
    }
}
