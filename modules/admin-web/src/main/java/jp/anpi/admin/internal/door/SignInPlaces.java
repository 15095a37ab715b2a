package jp.anpi.admin.internal.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/**
 * Where strangers may send something: a few at a time, and little. Neither slow senders nor many passwords to compare
 * shall take the server away from those whose answers come in beside them.
 */
@ApplicationScoped
public class SignInPlaces {

    private static final int PLACES = 12;
    private static final long MOST_BYTES = 8_192;

    private final Semaphore places = new Semaphore(PLACES);

    void let(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long length = request.getContentLengthLong();
        if (length < 0 || length > MOST_BYTES) {
            response.sendError(
                    length < 0
                            ? HttpServletResponse.SC_LENGTH_REQUIRED
                            : HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (places.tryAcquire()) {
            try {
                chain.doFilter(request, response);
            } finally {
                places.release();
            }
        } else {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
