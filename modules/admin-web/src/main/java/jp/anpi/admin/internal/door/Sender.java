package jp.anpi.admin.internal.door;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

/** Where a request comes from: the machine, and the page. */
final class Sender {

    /** Asked by a page by itself, without anybody touching anything. */
    static final String POLL = "X-Anpi-Poll";

    private Sender() {}

    /** A proxy on this machine says whom it asks for; nobody else is believed. */
    static String address(HttpServletRequest request) {
        String peer = request.getRemoteAddr();
        String named = request.getHeader("X-Forwarded-For");
        return named != null && named.matches("[0-9a-fA-F.:]{2,45}") && local(peer) ? named : peer;
    }

    private static boolean local(String numeric) {
        try {
            return InetAddress.getByName(numeric).isLoopbackAddress();
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }

    static boolean poll(HttpServletRequest request) {
        return request.getHeader(POLL) != null;
    }

    /**
     * Whether a form was sent by a page of ours, as far as the browser says. The state of the view that a form carries is
     * looked at by Faces.
     */
    static boolean ownPage(HttpServletRequest request, URI publicUrl) {
        return Optional.ofNullable(request.getHeader("Sec-Fetch-Site"))
                .map(site -> site.equals("same-origin") || site.equals("none"))
                .orElseGet(() -> sameOrigin(request, publicUrl));
    }

    private static boolean sameOrigin(HttpServletRequest request, URI publicUrl) {
        return Optional.ofNullable(request.getHeader("Origin"))
                .filter(origin -> !origin.equals("null"))
                .map(origin -> origin.replaceFirst("^https?://", ""))
                .map(authority ->
                        authority.equals(publicUrl.getAuthority()) || authority.equals(request.getHeader("Host")))
                .orElse(true);
    }
}
