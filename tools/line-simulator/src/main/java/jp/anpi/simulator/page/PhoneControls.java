package jp.anpi.simulator.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.function.BiFunction;
import jp.anpi.simulator.Conversation;
import jp.anpi.simulator.LineSimulator;
import jp.anpi.simulator.Phone;
import jp.anpi.simulator.Reaction;

/**
 * What the page does with a phone. Writing and tapping take an optional {@code groupId}, else the 1:1 chat is meant; a
 * tap names the thing by its place, {@code {"entry": 12, "pointer": "/contents/…/action"}}, or by its {@code label}.
 */
final class PhoneControls {

    private final LineSimulator simulator;

    PhoneControls(LineSimulator simulator) {
        this.simulator = simulator;
    }

    void addTo(Javalin server) {
        server.post("/simulator/phones", this::add);
        on(server, "follow", (phone, body) -> phone.follow());
        on(server, "block", (phone, body) -> phone.block());
        on(server, "unblock", (phone, body) -> phone.unblock());
        on(server, "invitation", (phone, body) -> phone.openInvitation(text(body, "url")));
        on(server, "type", (phone, body) -> chat(phone, body).type(text(body, "text")));
        on(server, "sticker", (phone, body) -> chat(phone, body).sticker());
        on(server, "photo", (phone, body) -> chat(phone, body).photo());
        on(server, "press", this::press);
    }

    private void on(Javalin server, String verb, BiFunction<Phone, JsonNode, Reaction> action) {
        server.post("/simulator/phones/{userId}/" + verb, context -> {
            Phone phone = simulator.phone(context.pathParam("userId")).orElseThrow(NotFoundResponse::new);
            ControlApi.json(context, TrafficView.reaction(action.apply(phone, ControlApi.body(context))));
        });
    }

    private void add(Context context) {
        Phone phone = simulator.addPhone(text(ControlApi.body(context), "name"));
        ControlApi.json(context, JsonNodeFactory.instance.objectNode().put("userId", phone.userId()));
    }

    private Reaction press(Phone phone, JsonNode body) {
        Conversation chat = chat(phone, body);
        String value = body.path("value").asText("");
        if (body.has("pointer")) {
            long entry = body.path("entry").asLong();
            return chat.pressAt(entry, text(body, "pointer"), value);
        }
        return chat.press(text(body, "label"));
    }

    private Conversation chat(Phone phone, JsonNode body) {
        if (!body.hasNonNull("groupId")) {
            return phone;
        }
        return phone.in(simulator.group(body.path("groupId").asText()).orElseThrow(NotFoundResponse::new));
    }

    static String text(JsonNode body, String name) {
        String text = body.path(name).asText("");
        if (text.isBlank()) {
            throw new IllegalArgumentException("'" + name + "' is missing");
        }
        return text;
    }
}
