package jp.anpi.resident.internal.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * A small JSON answer. Never {@code sendError}, which would answer a machine with a page.
 *
 * @param body texts by name; one that is null becomes {@code null}
 */
record JsonAnswer(int status, Map<String, String> body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static JsonAnswer error(int status, String message) {
        return new JsonAnswer(status, Map.of("error", message));
    }

    void send(HttpServletResponse response) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
