package jp.anpi.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.anpi.simulator.platform.Platform;
import jp.anpi.simulator.platform.Refusal;
import jp.anpi.simulator.platform.RichMenus;
import jp.anpi.simulator.rules.Problem;

/** Who sees which rich menu: the default, one person's, many people's at once. */
final class RichMenuLinkEndpoints {

    private static final int MAX_OPERATIONS = 1000;

    private final Platform platform;
    private final RichMenus menus;
    private Instant lastBatch = Instant.EPOCH;

    RichMenuLinkEndpoints(Platform platform) {
        this.platform = platform;
        this.menus = platform.richMenus();
    }

    void addTo(Routes routes) {
        routes.get("/v2/bot/user/all/richmenu", call -> id(menus.defaultId(), "no default richmenu"))
                .delete("/v2/bot/user/all/richmenu", call -> {
                    menus.noDefault();
                    return Answer.ok();
                })
                .post("/v2/bot/user/all/richmenu/{richMenuId}", call -> {
                    menus.makeDefault(call.parameter().apply("richMenuId"));
                    return Answer.ok();
                })
                .get(
                        "/v2/bot/user/{userId}/richmenu",
                        call -> id(menus.linkedTo(user(call)), "the user has no richmenu"))
                .delete("/v2/bot/user/{userId}/richmenu", call -> {
                    menus.unlink(user(call));
                    return Answer.ok();
                })
                .post("/v2/bot/user/{userId}/richmenu/{richMenuId}", call -> {
                    menus.link(platform.person(user(call)), call.parameter().apply("richMenuId"));
                    return Answer.ok();
                })
                .post("/v2/bot/richmenu/bulk/link", this::bulkLink)
                .post("/v2/bot/richmenu/bulk/unlink", this::bulkUnlink)
                .post("/v2/bot/richmenu/validate/batch", call -> {
                    operations(call);
                    return Answer.ok();
                })
                .post("/v2/bot/richmenu/batch", this::batch)
                .get("/v2/bot/richmenu/progress/batch", call -> progress());
    }

    private Answer bulkLink(Call call) {
        ObjectNode body = call.json();
        List<String> users = SendEndpoints.recipients(body.path("userIds"), "userIds");
        users.forEach(user ->
                menus.link(platform.person(user), body.path("richMenuId").asText()));
        return Answer.accepted();
    }

    private Answer bulkUnlink(Call call) {
        SendEndpoints.recipients(call.json().path("userIds"), "userIds").forEach(menus::unlink);
        return Answer.accepted();
    }

    private Answer batch(Call call) {
        for (JsonNode operation : operations(call)) {
            String from = operation.path("from").asText();
            switch (operation.path("type").asText()) {
                case "link" ->
                    menus.relink(from, Optional.of(operation.path("to").asText()));
                case "unlink" -> menus.relink(from, Optional.empty());
                default -> menus.unlinkAll();
            }
        }
        lastBatch = platform.wallTime();
        return Answer.accepted();
    }

    private Answer progress() {
        return Answer.ok(JsonNodeFactory.instance
                .objectNode()
                .put("phase", "succeeded")
                .put("acceptedTime", lastBatch.toString())
                .put("completedTime", lastBatch.toString()));
    }

    private JsonNode operations(Call call) {
        JsonNode operations = call.json().path("operations");
        if (!operations.isArray() || operations.isEmpty() || operations.size() > MAX_OPERATIONS) {
            throw Refusal.problems(List.of(new Problem("Size must be between 1 and " + MAX_OPERATIONS, "operations")));
        }
        for (JsonNode operation : operations) {
            if (!List.of("link", "unlink", "unlinkAll")
                    .contains(operation.path("type").asText())) {
                throw Refusal.problems(List.of(new Problem("Invalid operation type", "operations")));
            }
            for (String end : List.of("from", "to")) {
                if (operation.has(end)) {
                    menus.get(operation.path(end).asText());
                }
            }
        }
        return operations;
    }

    private static String user(Call call) {
        return call.parameter().apply("userId");
    }

    private static Answer id(Optional<String> id, String otherwise) {
        String found = id.orElseThrow(() -> Refusal.of(404, otherwise));
        return Answer.ok(JsonNodeFactory.instance.objectNode().put("richMenuId", found));
    }
}
