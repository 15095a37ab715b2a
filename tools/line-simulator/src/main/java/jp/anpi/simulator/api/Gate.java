package jp.anpi.simulator.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.anpi.simulator.platform.Platform;
import jp.anpi.simulator.platform.Refusal;
import jp.anpi.simulator.traffic.Fault;
import jp.anpi.simulator.traffic.FaultKind;
import jp.anpi.simulator.traffic.Faults;
import jp.anpi.simulator.traffic.RequestLog;
import org.eclipse.jetty.server.Request;

/**
 * What every request to LINE passes: faults in force, the size limit, the access token, the rate limit, and at the end
 * the log, which is written before the caller hears anything so that a test never looks too early.
 */
final class Gate {

    private static final int MAX_BODY = 2 * 1024 * 1024;
    private static final String BAD_GATEWAY =
            "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";

    private final Platform platform;
    private final Faults faults;
    private final RequestLog log;
    private final RateLimits rateLimits;

    Gate(Platform platform, Faults faults, RequestLog log, RateLimits rateLimits) {
        this.platform = platform;
        this.faults = faults;
        this.log = log;
        this.rateLimits = rateLimits;
    }

    void pass(Context context, String endpointName, boolean needsToken, Endpoint endpoint) throws IOException {
        Instant now = platform.now();
        byte[] body = read(context.req().getInputStream());
        Call call = new Call(
                now, platform.identifiers().request(), body, context::header, context::pathParam, context::queryParam);
        Optional<Fault> fault = log.arrived(context.path())
                ? faults.meet(context.path())
                : Optional.of(Fault.of(FaultKind.DROP_BEFORE_ACCEPT));
        fault.map(Fault::delay).ifPresent(Gate::wait);

        boolean tried = fault.map(met -> met.kind().accepts()).orElse(true);
        Answer own = tried ? answer(call, endpointName, needsToken, endpoint) : null;
        Answer told = fault.flatMap(met -> instead(met.kind())).orElse(own);
        boolean accepted = own != null && own.status() / 100 == 2;
        boolean dropped = fault.map(met -> met.kind().drops()).orElse(false);

        LogEntry.write(log, context, call, dropped ? null : told, accepted, fault);
        platform.changed();
        if (dropped) {
            Request.getBaseRequest(context.req()).getHttpChannel().getEndPoint().close();
        } else {
            tell(context, call, told);
        }
    }

    private Answer answer(Call call, String endpointName, boolean needsToken, Endpoint endpoint) {
        try {
            if (call.body().length > MAX_BODY) {
                throw Refusal.of(413, "Request Entity Too Large");
            }
            if (needsToken) {
                authenticate(call);
            }
            rateLimits.take(endpointName);
            synchronized (platform) {
                return endpoint.answer(call);
            }
        } catch (Refusal refusal) {
            return Answer.refused(refusal);
        }
    }

    private void authenticate(Call call) {
        String header = call.header().apply("authorization");
        synchronized (platform) {
            if (header == null
                    || !header.startsWith("Bearer ")
                    || !platform.accessTokens().isValid(header.substring(7).trim(), platform.wallTime())) {
                throw Refusal.of(
                        401,
                        "Authentication failed. Confirm that the access token in the authorization header is valid.");
            }
        }
    }

    private static Optional<Answer> instead(FaultKind kind) {
        return switch (kind) {
            case SERVER_ERROR_BEFORE_ACCEPT, SERVER_ERROR_AFTER_ACCEPT ->
                Optional.of(Answer.refused(Refusal.of(500, "Internal Server Error")));
            case BAD_GATEWAY_HTML -> Optional.of(Answer.html(502, BAD_GATEWAY));
            case SERVICE_UNAVAILABLE -> Optional.of(Answer.refused(Refusal.of(503, "Service Unavailable")));
            case RATE_LIMITED -> Optional.of(Answer.refused(Refusal.rateLimit()));
            case MONTHLY_LIMIT -> Optional.of(Answer.refused(Refusal.monthlyLimit()));
            case SLOW, DROP_BEFORE_ACCEPT, DROP_AFTER_ACCEPT -> Optional.empty();
        };
    }

    private static void tell(Context context, Call call, Answer answer) {
        context.status(answer.status());
        context.header("x-line-request-id", call.requestId());
        answer.headers().forEach(context::header);
        context.contentType(answer.contentType());
        context.result(answer.body());
    }

    /** Reads one byte more than is allowed, to know that it was too much. */
    private static byte[] read(InputStream input) throws IOException {
        return input.readNBytes(MAX_BODY + 1);
    }

    private static void wait(Duration delay) {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("The simulator is stopping"));
        }
    }
}
