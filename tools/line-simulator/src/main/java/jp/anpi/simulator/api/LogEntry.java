package jp.anpi.simulator.api;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.anpi.simulator.traffic.Fault;
import jp.anpi.simulator.traffic.LoggedRequest;
import jp.anpi.simulator.traffic.RequestLog;

/** Writes down a request, without the access token: a log on a screen must not teach it to the audience. */
final class LogEntry {

    private static final List<String> HEADERS =
            List.of("authorization", "content-type", "user-agent", "x-line-retry-key");

    private LogEntry() {}

    /** @param told null where the connection was closed without an answer */
    static void write(
            RequestLog log, Context context, Call call, Answer told, boolean accepted, Optional<Fault> fault) {
        log.add(number -> new LoggedRequest(
                number,
                call.now(),
                context.method().name(),
                context.path(),
                Optional.ofNullable(context.queryString()).orElse(""),
                headers(call, told),
                body(call),
                told == null ? 0 : told.status(),
                told == null ? "" : told.text(),
                accepted,
                fault.map(Fault::kind)));
    }

    private static Map<String, String> headers(Call call, Answer told) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : HEADERS) {
            String value = call.header().apply(name);
            if (value != null) {
                headers.put(name, name.equals("authorization") ? "Bearer ***" : value);
            }
        }
        if (told != null) {
            headers.put("x-line-request-id", call.requestId());
        }
        return headers;
    }

    private static String body(Call call) {
        String type = Optional.ofNullable(call.header().apply("content-type")).orElse("");
        return type.startsWith("image/") ? "" : new String(call.body(), StandardCharsets.UTF_8);
    }
}
