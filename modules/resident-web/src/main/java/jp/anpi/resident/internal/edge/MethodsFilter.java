package jp.anpi.resident.internal.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Refuses what {@link Methods} do not allow before anything reads it; mapped in the web application's descriptor. */
public class MethodsFilter extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = SecurityHeadersFilter.path(request);
        if (Methods.allow(request.getMethod(), path)) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("Allow", Methods.allowed(path));
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }
}
