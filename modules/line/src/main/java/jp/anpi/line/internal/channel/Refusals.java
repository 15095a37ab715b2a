package jp.anpi.line.internal.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.bot.client.base.ExceptionBuilder;
import java.io.IOException;
import okhttp3.Response;

/**
 * Reads what stands in an answer that is no success.
 *
 * <p>The SDK's own reader meets an error page, an empty body and a JSON {@code null} in three different ways, one of
 * them a stack trace on standard error.
 */
final class Refusals implements ExceptionBuilder {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long LONGEST_BODY = 64 * 1024;

    private final WireListener wire;

    Refusals(WireListener wire) {
        this.wire = wire;
    }

    @Override
    public IOException build(Response response) {
        try (response) {
            return new RefusedByLineException(
                    response.code(),
                    message(response),
                    response.header("x-line-accepted-request-id") != null,
                    wire.timesWritten() > 1);
        }
    }

    private static String message(Response response) {
        try {
            JsonNode body = MAPPER.readTree(response.peekBody(LONGEST_BODY).bytes());
            return body == null ? "" : Masked.text(body.path("message").asText(""));
        } catch (IOException noJson) {
            return "";
        }
    }
}
