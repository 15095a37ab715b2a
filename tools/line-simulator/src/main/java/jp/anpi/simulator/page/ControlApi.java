package jp.anpi.simulator.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.Optional;
import jp.anpi.simulator.LineSimulator;
import jp.anpi.simulator.platform.Platform;
import jp.anpi.simulator.platform.RichMenu;

/** Everything the page can ask and do, below {@code /simulator/}, and the page itself at {@code /}. */
public final class ControlApi {

    static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int SHOWN_REQUESTS = 60;

    private final LineSimulator simulator;
    private final Platform platform;
    private final LiveUpdates updates;
    private final Optional<ProductClock> productClock;
    private final StateView view;

    public ControlApi(
            LineSimulator simulator, Platform platform, LiveUpdates updates, Optional<ProductClock> productClock) {
        this.simulator = simulator;
        this.platform = platform;
        this.updates = updates;
        this.productClock = productClock;
        this.view = new StateView(platform);
    }

    public void addTo(Javalin server) {
        new Assets().addTo(server);
        server.get("/simulator/state", this::state);
        server.sse("/simulator/events", updates::watch);
        server.get(
                "/simulator/requests",
                context ->
                        json(context, TrafficView.requests(simulator.requests().newest(200))));
        server.get(
                "/simulator/webhooks",
                context ->
                        json(context, TrafficView.webhooks(simulator.webhooks().deliveries())));
        server.get("/simulator/richmenu/{id}", this::richMenuImage);
        new PhoneControls(simulator).addTo(server);
        new GroupControls(simulator).addTo(server);
        new PlatformControls(simulator, updates, productClock).addTo(server);
        server.exception(IllegalStateException.class, (e, context) -> refuse(context, 409, e));
        server.exception(IllegalArgumentException.class, (e, context) -> refuse(context, 400, e));
        server.exception(IOException.class, (e, context) -> refuse(context, 502, e));
    }

    private void state(Context context) {
        ObjectNode state = view.of(platform.now());
        productClock.ifPresent(clock -> {
            ObjectNode json = state.putObject("clock").put("manual", true);
            clock.nextDue().ifPresent(due -> json.put("nextDue", due.toString()));
        });
        state.set("faults", TrafficView.faults(simulator.faults().inForce()));
        state.set("requests", TrafficView.requests(simulator.requests().newest(SHOWN_REQUESTS)));
        state.set("webhooks", TrafficView.newest(simulator.webhooks().deliveries(), SHOWN_REQUESTS));
        json(context, state);
    }

    private void richMenuImage(Context context) {
        RichMenu.Image image;
        synchronized (platform) {
            image = platform.richMenus()
                    .find(context.pathParam("id"))
                    .flatMap(RichMenu::image)
                    .orElseThrow(NotFoundResponse::new);
        }
        context.contentType(image.contentType()).result(image.bytes());
    }

    static void json(Context context, JsonNode body) {
        context.contentType("application/json").result(body.toString());
    }

    static JsonNode body(Context context) {
        try {
            return MAPPER.readTree(context.bodyAsBytes());
        } catch (IOException e) {
            throw new IllegalArgumentException("The body is no JSON", e);
        }
    }

    private static void refuse(Context context, int status, Exception why) {
        context.status(status);
        json(context, JsonNodeFactory.instance.objectNode().put("message", why.getMessage()));
    }
}
