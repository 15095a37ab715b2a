package jp.anpi.resident.internal.edge;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.anpi.foundation.Settings;

/**
 * Puts {@link SecurityHeaders} on every answer before anything else can write to it: mapped in the web application's
 * descriptor, since annotations have no order. On the page for errors once more: where something was thrown, the container
 * has taken back what stood there.
 */
public class SecurityHeadersFilter extends HttpFilter {

    @Inject
    private transient Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean https = "https".equals(settings.publicUrl().getScheme());
        new SecurityHeaders(https).of(asked(request)).forEach(response::setHeader);
        chain.doFilter(request, response);
    }

    private static String asked(HttpServletRequest request) {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            return path(request);
        }
        String failed = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        String context = request.getContextPath();
        return failed.startsWith(context) ? failed.substring(context.length()) : failed;
    }

    /** As the container understood it: the address itself may be spelt in many ways. */
    static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }
}
