package jp.anpi.line.internal.menu;

import static jp.anpi.line.internal.channel.StubLine.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import jp.anpi.line.internal.channel.LineConnection;
import jp.anpi.line.internal.channel.StubLine;
import jp.anpi.line.internal.render.Phrases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MenuPublicationTest {

    private static final String LIST = "GET /v2/bot/richmenu/list";
    private static final String CREATE = "POST /v2/bot/richmenu";
    private static final String UPLOAD = "POST /v2/bot/richmenu/new/content";
    private static final String DEFAULT = "POST /v2/bot/user/all/richmenu/new";

    private StubLine line;
    private LineConnection connection;

    @BeforeEach
    void open() throws IOException {
        line = new StubLine();
        connection = line.connection();
        line.answers(LIST, json(200, "{\"richmenus\":[]}")).answers(CREATE, json(200, "{\"richMenuId\":\"new\"}"));
    }

    @AfterEach
    void close() {
        connection.close();
        line.close();
    }

    @Test
    void a_first_start_creates_the_menu_with_its_picture_and_makes_it_everyones() throws Exception {
        publish();

        assertThat(line.requests()).containsExactly(LIST, CREATE, UPLOAD, DEFAULT);
        assertThat(line.calls().get(2).header("Content-Type")).contains("image/png");
    }

    @Test
    void the_places_send_their_words_and_cover_the_picture() throws Exception {
        publish();

        JsonNode menu = new ObjectMapper().readTree(line.calls().get(1).body());
        List<String> words = menu.path("areas").findValuesAsText("text");
        assertThat(words).containsExactly("メニュー", "招待する", "お休み", "マイページ");
        assertThat(menu.path("chatBarText").asText()).hasSizeLessThanOrEqualTo(14);
        assertThat(menu.path("size").path("width").asInt()).isEqualTo(2500);
        long covered = 0;
        for (JsonNode area : menu.path("areas")) {
            assertThat(area.path("action").path("type").asText()).isEqualTo("message");
            covered += area.at("/bounds/width").asLong()
                    * area.at("/bounds/height").asLong();
        }
        assertThat(covered).isEqualTo(2500L * 843);
    }

    @Test
    void a_restart_finds_the_menu_again() throws Exception {
        publish();
        line.answers(LIST, listed("new", nameOfTheFirst()));
        line.calls().clear();

        publish();

        assertThat(line.requests()).containsExactly(LIST, DEFAULT);
    }

    @Test
    void an_older_menu_of_ours_goes_and_those_of_others_stay() throws Exception {
        line.answers(
                LIST, json(200, "{\"richmenus\":[" + menu("old", "anpi-0123") + "," + menu("theirs", "祭り") + "]}"));

        publish();

        assertThat(line.requests())
                .contains("DELETE /v2/bot/richmenu/old")
                .doesNotContain("DELETE /v2/bot/richmenu/theirs");
    }

    @Test
    void a_menu_that_a_broken_start_left_without_picture_gets_one() throws Exception {
        publish();
        line.answers(LIST, listed("new", nameOfTheFirst()));
        line.calls().clear();
        line.answers(DEFAULT, exchange -> json(line.requests().contains(UPLOAD) ? 200 : 400, "{}")
                .to(exchange));

        publish();

        assertThat(line.requests()).containsExactly(LIST, DEFAULT, UPLOAD, DEFAULT);
    }

    @Test
    void a_platform_without_rich_menus_is_an_ordinary_failure() {
        line.answers(json(404, "{\"message\":\"Not found\"}")).answers(LIST, json(404, "{}"));
        assertThatThrownBy(this::publish).isInstanceOf(ExecutionException.class);

        line.answers(json(200, "{}")).answers(LIST, json(200, "{}")).answers(CREATE, json(200, "{}"));
        assertThatThrownBy(this::publish).isInstanceOf(IllegalStateException.class);
    }

    private void publish() throws Exception {
        new MenuPublication(connection, MenuPlan.of(new Phrases()), new byte[] {1}).publish();
    }

    private String nameOfTheFirst() throws IOException {
        return new ObjectMapper()
                .readTree(line.calls().get(1).body())
                .path("name")
                .asText();
    }

    private static StubLine.Answer listed(String id, String name) {
        return json(200, "{\"richmenus\":[" + menu(id, name) + "]}");
    }

    private static String menu(String id, String name) {
        return "{\"richMenuId\":\"" + id + "\",\"name\":\"" + name + "\",\"size\":{\"width\":2500,\"height\":843},"
                + "\"chatBarText\":\"x\",\"selected\":true,\"areas\":[]}";
    }
}
