package jp.anpi.simulator.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.anpi.simulator.LineSimulator;
import jp.anpi.simulator.traffic.Fault;
import jp.anpi.simulator.traffic.FaultKind;

/** Clock, faults, quota and the behaviour of webhooks. */
final class PlatformControls {

    private final LineSimulator simulator;
    private final LiveUpdates updates;
    private final Optional<ProductClock> productClock;

    PlatformControls(LineSimulator simulator, LiveUpdates updates, Optional<ProductClock> productClock) {
        this.simulator = simulator;
        this.updates = updates;
        this.productClock = productClock;
    }

    void addTo(Javalin server) {
        server.post("/simulator/clock/advance", this::advance);
        server.post("/simulator/faults", this::beginFault);
        server.delete("/simulator/faults", this::endFaults);
        server.put("/simulator/quota", this::quota);
        server.put("/simulator/webhooks", this::webhooks);
        server.put("/simulator/rate-limits", context -> {
            simulator
                    .rateLimits()
                    .enforce(ControlApi.body(context).path("enforced").asBoolean());
            done(context);
        });
        server.delete("/simulator/requests", context -> {
            simulator.requests().clear();
            done(context);
        });
    }

    private void advance(Context context) throws IOException {
        ProductClock clock = productClock.orElseThrow(
                () -> new IllegalStateException("The simulator was started without the product's address"));
        JsonNode body = ControlApi.body(context);
        if (body.path("toNextDue").asBoolean()) {
            Instant due = clock.nextDue().orElseThrow(() -> new IllegalStateException("予定はありません"));
            Duration left = Duration.between(clock.get(), due);
            clock.advance(left.isNegative() ? Duration.ZERO : left);
        } else {
            clock.advance(Duration.parse(PhoneControls.text(body, "by")));
        }
        updates.changed();
        ControlApi.json(
                context,
                JsonNodeFactory.instance.objectNode().put("now", clock.get().toString()));
    }

    private void beginFault(Context context) {
        JsonNode body = ControlApi.body(context);
        simulator
                .faults()
                .begin(new Fault(
                        FaultKind.valueOf(PhoneControls.text(body, "kind")),
                        body.path("path").asText(""),
                        body.path("times").asInt(0),
                        Duration.parse(body.path("delay").asText("PT0S"))));
        done(context);
    }

    private void endFaults(Context context) {
        String kind = context.queryParam("kind");
        if (kind == null) {
            simulator.faults().clear();
        } else {
            simulator.faults().end(FaultKind.valueOf(kind));
        }
        done(context);
    }

    private void quota(Context context) {
        JsonNode limit = ControlApi.body(context).path("limit");
        if (limit.isNumber()) {
            simulator.quota().limitTo(limit.asLong());
        } else {
            simulator.quota().unlimited();
        }
        done(context);
    }

    private void webhooks(Context context) {
        JsonNode body = ControlApi.body(context);
        var switches = simulator.webhooks().switches();
        body.properties().forEach(property -> {
            boolean on = property.getValue().asBoolean();
            switch (property.getKey()) {
                case "active" -> switches.active(on);
                case "standby" -> switches.standby(on);
                case "sentTwice" -> switches.sentTwice(on);
                case "escapeNonAscii" -> switches.escapeNonAscii(on);
                case "groupPostbackNamesUser" -> switches.groupPostbackNamesUser(on);
                default -> throw new IllegalArgumentException("No such switch: " + property.getKey());
            }
        });
        done(context);
    }

    private void done(Context context) {
        updates.changed();
        ObjectNode nothing = JsonNodeFactory.instance.objectNode();
        ControlApi.json(context, nothing);
    }
}
