package jp.anpi.resident.internal.edge;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.anpi.foundation.Settings;

/**
 * Puts {@link SecurityHeaders} on every answer before anything else can write to it: mapped in the web application's
 * descriptor, since annotations have no order.
 */
public class SecurityHeadersFilter extends HttpFilter {

    @Inject
    private transient Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean https = "https".equals(settings.publicUrl().getScheme());
        new SecurityHeaders(https).of(path(request)).forEach(response::setHeader);
        chain.doFilter(request, response);
    }

    /** As the container understood it: the address itself may be spelt in many ways. */
    static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }
}
