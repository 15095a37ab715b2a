package jp.anpi.simulator.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.anpi.simulator.platform.Platform;
import jp.anpi.simulator.platform.Refusal;
import jp.anpi.simulator.platform.RichMenus;
import jp.anpi.simulator.rules.Problem;

/** Names for rich menus, by which a tap switches between them. */
final class RichMenuAliasEndpoints {

    private static final Pattern ALIAS = Pattern.compile("[a-z0-9_-]{1,32}");

    private final RichMenus menus;

    RichMenuAliasEndpoints(Platform platform) {
        this.menus = platform.richMenus();
    }

    void addTo(Routes routes) {
        routes.post("/v2/bot/richmenu/alias", this::create)
                .get("/v2/bot/richmenu/alias/list", call -> list())
                .get("/v2/bot/richmenu/alias/{richMenuAliasId}", call -> Answer.ok(json(alias(call))))
                .post("/v2/bot/richmenu/alias/{richMenuAliasId}", this::update)
                .delete("/v2/bot/richmenu/alias/{richMenuAliasId}", call -> {
                    menus.aliases().remove(alias(call));
                    return Answer.ok();
                });
    }

    private Answer create(Call call) {
        ObjectNode body = call.json();
        String alias = body.path("richMenuAliasId").asText();
        if (!ALIAS.matcher(alias).matches()) {
            throw Refusal.problems(List.of(new Problem("Invalid alias", "richMenuAliasId")));
        }
        if (menus.aliases().containsKey(alias)) {
            throw Refusal.of(400, "conflict richmenu alias id");
        }
        menus.aliases().put(alias, existingMenu(body));
        return Answer.ok();
    }

    private Answer update(Call call) {
        menus.aliases().put(alias(call), existingMenu(call.json()));
        return Answer.ok();
    }

    private Answer list() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        var array = body.putArray("aliases");
        menus.aliases().keySet().forEach(alias -> array.add(json(alias)));
        return Answer.ok(body);
    }

    private String existingMenu(ObjectNode body) {
        return menus.find(body.path("richMenuId").asText())
                .orElseThrow(() -> Refusal.of(400, "richmenu not found"))
                .id();
    }

    private String alias(Call call) {
        String alias = call.parameter().apply("richMenuAliasId");
        if (!menus.aliases().containsKey(alias)) {
            throw Refusal.of(404, "richmenu alias not found");
        }
        return alias;
    }

    private ObjectNode json(String alias) {
        Map<String, String> aliases = menus.aliases();
        return JsonNodeFactory.instance
                .objectNode()
                .put("richMenuAliasId", alias)
                .put("richMenuId", aliases.get(alias));
    }
}
