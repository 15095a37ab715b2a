package jp.anpi.line.internal.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.bot.client.base.http.HttpChain;
import com.linecorp.bot.client.base.http.HttpInterceptor;
import com.linecorp.bot.client.base.http.HttpRequest;
import com.linecorp.bot.client.base.http.HttpResponse;
import java.io.IOException;
import okhttp3.Response;

/**
 * Stands between the SDK and the wire: adds the token, and turns everything but a success into one of two exceptions.
 *
 * <p>The SDK would answer an error page, an empty body and a JSON {@code null} in three different ways, one of them a
 * stack trace on standard error; and a token that cannot be had would end in the same.
 */
final class WireInterceptor implements HttpInterceptor {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long LONGEST_ERROR_BODY = 64 * 1024;
    private static final int UNAUTHORIZED = 401;

    private final ChannelTokens tokens;
    private final WireListener wire;

    WireInterceptor(ChannelTokens tokens, WireListener wire) {
        this.tokens = tokens;
        this.wire = wire;
    }

    @Override
    public HttpResponse intercept(HttpChain chain) throws IOException {
        String token = tokens.current();
        HttpRequest request = chain.request()
                .newBuilder()
                .addHeader("Authorization", "Bearer " + token)
                .build();
        wire.begin();
        try {
            HttpResponse answer = proceed(chain, request);
            if (answer.code() == UNAUTHORIZED) {
                tokens.rejected(token);
            }
            return successful(answer);
        } finally {
            wire.end();
        }
    }

    private HttpResponse proceed(HttpChain chain, HttpRequest request) throws IOException {
        try {
            return chain.proceed(request);
        } catch (IOException broken) {
            // Only the kind of failure: messages of the network layer may hold addresses, never what we sent.
            throw new NoAnswerException(broken.getClass().getSimpleName(), wire.timesWritten() > 0);
        }
    }

    private HttpResponse successful(HttpResponse answer) throws IOException {
        Response response = answer.toOkHttpResponse();
        if (response.isSuccessful() && !redirected(response)) {
            return answer;
        }
        try (response) {
            if (response.isSuccessful()) {
                // A login page of some network in between answers everything with success.
                throw new NoAnswerException("Redirected elsewhere", false);
            }
            throw new RefusedByLineException(
                    response.code(),
                    message(response),
                    response.header("x-line-accepted-request-id") != null,
                    wire.timesWritten() > 1);
        }
    }

    private static boolean redirected(Response response) {
        return response.priorResponse() != null && response.priorResponse().isRedirect();
    }

    private static String message(Response response) throws IOException {
        try {
            JsonNode body =
                    MAPPER.readTree(response.peekBody(LONGEST_ERROR_BODY).bytes());
            return body == null ? "" : Masked.text(body.path("message").asText(""));
        } catch (JsonProcessingException noJson) {
            return "";
        } catch (IOException cutOff) {
            return "";
        }
    }
}
