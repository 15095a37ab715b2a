package jp.anpi.line.internal.channel;

import com.linecorp.bot.client.base.http.HttpChain;
import com.linecorp.bot.client.base.http.HttpInterceptor;
import com.linecorp.bot.client.base.http.HttpRequest;
import com.linecorp.bot.client.base.http.HttpResponse;
import java.io.IOException;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Stands between the SDK and the wire: adds the token, and turns everything but a success into one of two exceptions.
 *
 * <p>The SDK would take the token from a supplier, but one that fails brings down the client's thread.
 */
final class WireInterceptor implements HttpInterceptor {

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
        try {
            return once(chain, token);
        } catch (RefusedByLineException refused) {
            if (refused.status() != UNAUTHORIZED || !tokens.rejected(token)) {
                throw refused;
            }
        }
        // Nothing was accepted under a token that LINE does not know, so the same request may go out under a new one.
        return once(chain, tokens.current());
    }

    private HttpResponse once(HttpChain chain, String token) throws IOException {
        HttpRequest request = chain.request()
                .newBuilder()
                .addHeader("Authorization", "Bearer " + token)
                .build();
        wire.begin();
        try {
            return read(fromLine(chain.proceed(request)));
        } catch (RefusedByLineException | NoAnswerException | UnreadableSuccessException known) {
            throw known;
        } catch (IOException broken) {
            // Only the kind of failure: messages of the network layer may hold addresses.
            throw new NoAnswerException(broken.getClass().getSimpleName(), wire.timesWritten() > 0);
        } finally {
            wire.end();
        }
    }

    /** A login page of some network in between answers everything with success. */
    private static HttpResponse fromLine(HttpResponse answer) throws NoAnswerException {
        Response response = answer.toOkHttpResponse();
        if (response.priorResponse() != null && response.priorResponse().isRedirect()) {
            response.close();
            throw new NoAnswerException("Redirected elsewhere", false);
        }
        return answer;
    }

    /** Reads it here, so that an answer which breaks off is known for the success that it is. */
    private static HttpResponse read(HttpResponse answer) throws UnreadableSuccessException {
        Response response = answer.toOkHttpResponse();
        ResponseBody body = response.body();
        try (response) {
            byte[] bytes = body.bytes();
            return new HttpResponse(response.newBuilder()
                    .body(ResponseBody.create(bytes, body.contentType()))
                    .build());
        } catch (IOException brokenOff) {
            throw new UnreadableSuccessException();
        }
    }
}
