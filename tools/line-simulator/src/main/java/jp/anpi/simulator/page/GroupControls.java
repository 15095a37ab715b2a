package jp.anpi.simulator.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import jp.anpi.simulator.Group;
import jp.anpi.simulator.LineSimulator;
import jp.anpi.simulator.Phone;
import jp.anpi.simulator.Reaction;

/** What the page does with groups. */
final class GroupControls {

    private final LineSimulator simulator;

    GroupControls(LineSimulator simulator) {
        this.simulator = simulator;
    }

    void addTo(Javalin server) {
        server.post("/simulator/groups", this::create);
        on(server, "invite-bot", (group, body) -> group.inviteBot());
        on(server, "remove-bot", (group, body) -> group.removeBot());
        on(server, "add", (group, body) -> group.add(phone(body.path("userId").asText())));
        on(
                server,
                "remove",
                (group, body) -> group.remove(phone(body.path("userId").asText())));
    }

    private void on(Javalin server, String verb, BiFunction<Group, JsonNode, Reaction> action) {
        server.post("/simulator/groups/{groupId}/" + verb, context -> {
            Group group = simulator.group(context.pathParam("groupId")).orElseThrow(NotFoundResponse::new);
            ControlApi.json(context, TrafficView.reaction(action.apply(group, ControlApi.body(context))));
        });
    }

    private void create(Context context) {
        JsonNode body = ControlApi.body(context);
        List<Phone> members = new ArrayList<>();
        body.path("members").forEach(member -> members.add(phone(member.asText())));
        Group group = simulator.createGroup(PhoneControls.text(body, "name"), members.toArray(new Phone[0]));
        ControlApi.json(context, JsonNodeFactory.instance.objectNode().put("groupId", group.groupId()));
    }

    private Phone phone(String userId) {
        return simulator.phone(userId).orElseThrow(NotFoundResponse::new);
    }
}
