package jp.anpi.resident.internal.edge;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The headers that tell a browser what our pages never need, so that nothing foreign can be slipped into them.
 *
 * @param https whether the public address is encrypted
 */
record SecurityHeaders(boolean https) {

    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "style-src 'self'",
            "img-src 'self'",
            "font-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    /** Staff pages refresh themselves with a script of ours. */
    private static final String STAFF = "; script-src 'self'; connect-src 'self'";

    /** @param path within the application */
    Map<String, String> of(String path) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (forMachines(path)) {
            return headers;
        }
        boolean staff = under(path, "/admin");
        headers.put("Content-Security-Policy", staff ? CONTENT_SECURITY_POLICY + STAFF : CONTENT_SECURITY_POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
        if (staff || under(path, "/my")) {
            headers.put("Cache-Control", "no-store");
        }
        if (https) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
        }
        return headers;
    }

    private static boolean forMachines(String path) {
        return under(path, "/line/webhook") || under(path, "/health") || under(path, "/metrics");
    }

    private static boolean under(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }
}
