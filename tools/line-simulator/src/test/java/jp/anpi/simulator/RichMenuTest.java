package jp.anpi.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class RichMenuTest extends SimulatorTest {

    private static final String MENU = """
            {"size":{"width":1200,"height":405},"selected":true,"name":"menu","chatBarText":"メニュー","areas":[
              {"bounds":{"x":0,"y":0,"width":600,"height":405},"action":{"type":"message","label":"お休み","text":"お休み"}},
              {"bounds":{"x":600,"y":0,"width":600,"height":405},
               "action":{"type":"richmenuswitch","label":"次へ","richMenuAliasId":"second","data":"next"}}]}""";

    @Test
    void a_menu_needs_its_image_and_gets_it_once() throws IOException {
        String id = create();
        assertThat(line.post("/v2/bot/user/all/richmenu/" + id, "{}").status()).isEqualTo(400);

        assertThat(upload(id).status()).isEqualTo(200);
        assertThat(upload(id).message()).isEqualTo("An image has already been uploaded to the richmenu");
        assertThat(line.upload("/v2/bot/richmenu/" + id + "/content", "image/gif", new byte[1])
                        .status())
                .isEqualTo(415);
        assertThat(line.post("/v2/bot/user/all/richmenu/" + id, "{}").status()).isEqualTo(200);
    }

    @Test
    void an_own_menu_goes_before_the_default_and_can_be_pressed() throws IOException {
        Phone sakura = friend("さくら");
        String everybodys = created();
        String own = created();
        line.post("/v2/bot/user/all/richmenu/" + everybodys, "{}");
        assertThat(sakura.offers("お休み")).isTrue();

        line.post("/v2/bot/user/" + sakura.userId() + "/richmenu/" + own, "{}");
        assertThat(line.get("/v2/bot/user/" + sakura.userId() + "/richmenu")
                        .json()
                        .path("richMenuId")
                        .asText())
                .isEqualTo(own);

        sakura.press("お休み");
        assertThat(product.lastEvent().path("message").path("text").asText()).isEqualTo("お休み");
    }

    @Test
    void linking_to_who_blocks_is_accepted_without_effect() throws IOException {
        Phone sakura = friend("さくら");
        sakura.block();
        String id = created();

        assertThat(line.post(
                                "/v2/bot/richmenu/bulk/link",
                                "{\"richMenuId\":\"" + id + "\",\"userIds\":[\"" + sakura.userId() + "\"]}")
                        .status())
                .isEqualTo(202);

        assertThat(line.get("/v2/bot/user/" + sakura.userId() + "/richmenu").message())
                .isEqualTo("the user has no richmenu");
    }

    @Test
    void a_tap_switches_to_the_menu_behind_an_alias() throws IOException {
        Phone sakura = friend("さくら");
        String first = created();
        String second = created();
        line.post("/v2/bot/richmenu/alias", "{\"richMenuAliasId\":\"second\",\"richMenuId\":\"" + second + "\"}");
        line.post("/v2/bot/user/" + sakura.userId() + "/richmenu/" + first, "{}");

        sakura.press("次へ");

        assertThat(product.lastEvent()
                        .path("postback")
                        .path("params")
                        .path("status")
                        .asText())
                .isEqualTo("SUCCESS");
        assertThat(line.get("/v2/bot/user/" + sakura.userId() + "/richmenu").text())
                .contains(second);
    }

    @Test
    void menus_are_listed_read_and_deleted() throws IOException {
        String id = created();
        assertThat(line.get("/v2/bot/richmenu/list").json().path("richmenus")).hasSize(1);
        assertThat(line.get("/v2/bot/richmenu/" + id).json().path("chatBarText").asText())
                .isEqualTo("メニュー");
        assertThat(line.delete("/v2/bot/richmenu/" + id).status()).isEqualTo(200);
        assertThat(line.get("/v2/bot/richmenu/" + id).status()).isEqualTo(404);
        assertThat(line.get("/v2/bot/user/all/richmenu").message()).isEqualTo("no default richmenu");
    }

    @Test
    void an_area_outside_of_the_menu_is_refused() throws IOException {
        assertThat(line.post("/v2/bot/richmenu", MENU.replace("\"x\":600", "\"x\":601"))
                        .status())
                .isEqualTo(400);
    }

    private String created() throws IOException {
        String id = create();
        upload(id);
        return id;
    }

    private String create() throws IOException {
        return line.post("/v2/bot/richmenu", MENU).json().path("richMenuId").asText();
    }

    private LineClient.Response upload(String id) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1200, 405, BufferedImage.TYPE_INT_RGB), "png", png);
        return line.upload("/v2/bot/richmenu/" + id + "/content", "image/png", png.toByteArray());
    }
}
