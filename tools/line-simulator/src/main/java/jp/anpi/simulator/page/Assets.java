package jp.anpi.simulator.page;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The files of the page, served from the class path so that the page works without a network. */
final class Assets {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    void addTo(Javalin server) {
        server.get("/", context -> serve(context, "index.html"));
        server.get("/simulator/page/{file}", context -> serve(context, context.pathParam("file")));
    }

    private static void serve(Context context, String file) throws IOException {
        String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
        if (type == null || !file.matches("[a-z-]+\\.[a-z]+")) {
            throw new NotFoundResponse();
        }
        try (InputStream resource = Assets.class.getResourceAsStream(file)) {
            if (resource == null) {
                throw new NotFoundResponse();
            }
            context.contentType(type).header("cache-control", "no-store").result(resource.readAllBytes());
        }
    }
}
