package jp.anpi.simulator.api;

import io.javalin.Javalin;
import io.javalin.http.HandlerType;

/** Puts endpoints at their paths, each behind the gate. */
final class Routes {

    private final Javalin server;
    private final Gate gate;

    Routes(Javalin server, Gate gate) {
        this.server = server;
        this.gate = gate;
    }

    Routes get(String path, Endpoint endpoint) {
        return route(HandlerType.GET, path, true, endpoint);
    }

    Routes post(String path, Endpoint endpoint) {
        return route(HandlerType.POST, path, true, endpoint);
    }

    Routes put(String path, Endpoint endpoint) {
        return route(HandlerType.PUT, path, true, endpoint);
    }

    Routes delete(String path, Endpoint endpoint) {
        return route(HandlerType.DELETE, path, true, endpoint);
    }

    /** For who comes to get a token. */
    Routes open(HandlerType method, String path, Endpoint endpoint) {
        return route(method, path, false, endpoint);
    }

    private Routes route(HandlerType method, String path, boolean needsToken, Endpoint endpoint) {
        String name = method.name() + " " + path;
        server.addHttpHandler(method, path, context -> gate.pass(context, name, needsToken, endpoint));
        return this;
    }
}
