package jp.anpi.simulator.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import jp.anpi.simulator.platform.Platform;
import jp.anpi.simulator.platform.Refusal;
import jp.anpi.simulator.platform.RichMenu;
import jp.anpi.simulator.platform.RichMenus;
import jp.anpi.simulator.rules.Problem;
import jp.anpi.simulator.rules.RichMenuRules;

/** Rich menus and their images (https://developers.line.biz/en/reference/messaging-api/#rich-menu). */
final class RichMenuEndpoints {

    private static final int MAX_IMAGE = 1024 * 1024;
    private static final Set<String> IMAGE_TYPES = Set.of("image/png", "image/jpeg");

    private final Platform platform;
    private final RichMenus menus;

    RichMenuEndpoints(Platform platform) {
        this.platform = platform;
        this.menus = platform.richMenus();
    }

    void addTo(Routes routes) {
        routes.post("/v2/bot/richmenu/validate", call -> {
                    checked(call);
                    return Answer.ok();
                })
                .post("/v2/bot/richmenu", this::create)
                .get("/v2/bot/richmenu/list", call -> list())
                .post("/v2/bot/richmenu/{richMenuId}/content", this::upload)
                .get("/v2/bot/richmenu/{richMenuId}/content", this::download);
    }

    /** After all paths below {@code /richmenu/}, which it would hide. */
    void addSingleMenuTo(Routes routes) {
        routes.get("/v2/bot/richmenu/{richMenuId}", call -> Answer.ok(menu(call).json()))
                .delete("/v2/bot/richmenu/{richMenuId}", call -> {
                    menus.delete(menu(call).id());
                    return Answer.ok();
                });
    }

    private Answer create(Call call) {
        ObjectNode definition = checked(call);
        RichMenu menu = menus.create("richmenu-" + platform.identifiers().token(16), definition);
        return Answer.ok(JsonNodeFactory.instance.objectNode().put("richMenuId", menu.id()));
    }

    private Answer list() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        var array = body.putArray("richmenus");
        menus.all().forEach(menu -> array.add(menu.json()));
        return Answer.ok(body);
    }

    private Answer upload(Call call) {
        String type = Optional.ofNullable(call.header().apply("content-type")).orElse("");
        if (!IMAGE_TYPES.contains(type)) {
            throw Refusal.of(415, "Unsupported Media Type");
        }
        if (call.body().length > MAX_IMAGE) {
            throw Refusal.of(413, "Request Entity Too Large");
        }
        BufferedImage image = decode(call.body());
        if (image == null || !RichMenuRules.fits(image.getWidth(), image.getHeight())) {
            throw Refusal.of(400, "The image size is not allowed");
        }
        menu(call).upload(new RichMenu.Image(call.body(), type));
        return Answer.ok();
    }

    private Answer download(Call call) {
        RichMenu.Image image = menu(call).image().orElseThrow(Refusal::notFound);
        return Answer.bytes(image.contentType(), image.bytes());
    }

    private RichMenu menu(Call call) {
        return menus.get(call.parameter().apply("richMenuId"));
    }

    private static ObjectNode checked(Call call) {
        ObjectNode definition = call.json();
        List<Problem> problems = RichMenuRules.check(definition);
        if (!problems.isEmpty()) {
            throw Refusal.problems(problems);
        }
        return definition;
    }

    private static BufferedImage decode(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            return null;
        }
    }
}
