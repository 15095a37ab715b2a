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
        // As the container understood it: the address itself may be spelt in many ways.
        String info = request.getPathInfo();
        String path = info == null ? request.getServletPath() : request.getServletPath() + info;
        new SecurityHeaders(https).of(path).forEach(response::setHeader);
        chain.doFilter(request, response);
    }
}
