package jp.anpi.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest extends SimulatorTest {

    private static final String FAMILY = "👨‍👩‍👧";

    private Phone sakura;

    @BeforeEach
    void befriend() {
        sakura = friend("さくら");
    }

    @Test
    void a_wrong_token_is_401_and_an_unknown_path_404() throws IOException {
        assertThat(new LineClient(simulator, "wrong").get("/v2/bot/info").status())
                .isEqualTo(401);
        assertThat(line.get("/v2/bot/nothing").message()).isEqualTo("Not found");
    }

    @Test
    void another_content_type_is_415_broken_json_400_and_too_much_413() throws IOException {
        assertThat(line.upload("/v2/bot/message/push", "text/plain", new byte[0])
                        .status())
                .isEqualTo(415);
        assertThat(line.post("/v2/bot/message/push", "{\"to\":").message())
                .startsWith("The request body could not be parsed as JSON");
        assertThat(line.push(sakura.userId(), "x".repeat(2 * 1024 * 1024)).status())
                .isEqualTo(413);
    }

    @Test
    void a_text_may_have_5000_utf16_units() throws IOException {
        assertThat(line.push(sakura.userId(), "𠮷".repeat(2500)).status()).isEqualTo(200);

        LineClient.Response answer = line.push(sakura.userId(), "𠮷".repeat(2500) + "a");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("The request body has 1 error(s)");
        assertThat(answer.json().path("details").path(0).path("message").asText())
                .isEqualTo("Length must be between 0 and 5000");
        assertThat(answer.json().path("details").path(0).path("property").asText())
                .isEqualTo("messages[0].text");
    }

    @Test
    void a_label_may_have_20_grapheme_clusters() throws IOException {
        assertThat(line.pushMessage(sakura.userId(), confirm(FAMILY.repeat(20))).status())
                .isEqualTo(200);
        assertThat(line.pushMessage(sakura.userId(), confirm(FAMILY.repeat(21))).status())
                .isEqualTo(400);
    }

    @Test
    void one_to_five_messages_are_accepted() throws IOException {
        String six = String.join(",", Collections.nCopies(6, LineClient.text("x")));
        assertThat(line.post("/v2/bot/message/push", "{\"to\":\"" + sakura.userId() + "\",\"messages\":[" + six + "]}")
                        .json()
                        .path("details")
                        .path(0)
                        .path("message")
                        .asText())
                .isEqualTo("Size must be between 1 and 5");
        assertThat(sakura.received()).isEmpty();
    }

    @Test
    void a_quick_reply_has_at_most_13_items() throws IOException {
        assertThat(line.pushMessage(sakura.userId(), quickReply(13)).status()).isEqualTo(200);
        assertThat(line.pushMessage(sakura.userId(), quickReply(14)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"hologram\"}",
                "{\"type\":\"flex\",\"contents\":{\"type\":\"bubble\"}}",
                "{\"type\":\"flex\",\"altText\":\"x\",\"contents\":{\"type\":\"bubble\"}}",
                "{\"type\":\"flex\",\"altText\":\"x\",\"contents\":{\"type\":\"bubble\",\"body\":{\"type\":\"box\","
                        + "\"layout\":\"vertical\",\"contents\":[{\"type\":\"text\",\"text\":\"\"}]}}}",
                "{\"type\":\"flex\",\"altText\":\"x\",\"contents\":{\"type\":\"bubble\",\"body\":{\"type\":\"box\","
                        + "\"layout\":\"vertical\",\"contents\":[{\"type\":\"text\",\"text\":\"a\",\"siez\":\"xl\"}]}}}",
                "{\"type\":\"flex\",\"altText\":\"x\",\"contents\":{\"type\":\"bubble\",\"body\":{\"type\":\"box\","
                        + "\"layout\":\"vertical\",\"contents\":[{\"type\":\"text\",\"text\":\"a\",\"size\":\"huge\"}]}}}",
                "{\"type\":\"flex\",\"altText\":\"x\",\"contents\":{\"type\":\"bubble\",\"body\":{\"type\":\"text\","
                        + "\"text\":\"a\"}}}",
                "{\"type\":\"flex\",\"altText\":\"x\",\"contents\":{\"type\":\"bubble\",\"body\":{\"type\":\"box\","
                        + "\"layout\":\"vertical\",\"contents\":[{\"type\":\"button\"}]}}}",
                "{\"type\":\"template\",\"altText\":\"x\",\"template\":{\"type\":\"confirm\",\"text\":\"x\","
                        + "\"actions\":[{\"type\":\"message\",\"label\":\"a\",\"text\":\"a\"}]}}",
                "{\"type\":\"template\",\"altText\":\"x\",\"template\":{\"type\":\"buttons\",\"text\":\"x\","
                        + "\"actions\":[{\"type\":\"uri\",\"label\":\"a\",\"uri\":\"https://example.com/日本\"}]}}",
                "{\"type\":\"template\",\"altText\":\"x\",\"template\":{\"type\":\"buttons\",\"text\":\"x\","
                        + "\"actions\":[{\"type\":\"postback\",\"label\":\"a\"}]}}",
                "{\"type\":\"image\",\"originalContentUrl\":\"http://example.com/a.png\","
                        + "\"previewImageUrl\":\"https://example.com/a.png\"}"
            })
    void a_malformed_message_is_refused_with_the_place_of_its_fault(String message) throws IOException {
        LineClient.Response answer = line.pushMessage(sakura.userId(), message);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("details").path(0).path("property").asText())
                .isNotBlank();
        assertThat(sakura.received()).isEmpty();
    }

    @Test
    void a_bubble_over_30_kb_is_refused() throws IOException {
        String texts =
                String.join(",", Collections.nCopies(700, "{\"type\":\"text\",\"text\":\"0123456789012345678\"}"));
        assertThat(line.pushMessage(sakura.userId(), bubble(texts)).status()).isEqualTo(400);
        assertThat(line.pushMessage(sakura.userId(), bubble("{\"type\":\"text\",\"text\":\"a\"}"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void validation_answers_without_sending() throws IOException {
        String body = "{\"messages\":[" + LineClient.text("x") + "]}";
        assertThat(line.post("/v2/bot/message/validate/push", body).status()).isEqualTo(200);
        assertThat(line.post("/v2/bot/message/validate/push", "{\"messages\":[]}")
                        .status())
                .isEqualTo(400);
        assertThat(sakura.received()).isEmpty();
    }

    private static String bubble(String contents) {
        return "{\"type\":\"flex\",\"altText\":\"x\",\"contents\":{\"type\":\"bubble\",\"body\":{\"type\":\"box\","
                + "\"layout\":\"vertical\",\"contents\":[" + contents + "]}}}";
    }

    private static String confirm(String label) {
        String action = "{\"type\":\"message\",\"label\":\"" + label + "\",\"text\":\"x\"}";
        return "{\"type\":\"template\",\"altText\":\"x\",\"template\":{\"type\":\"confirm\",\"text\":\"x\",\"actions\":["
                + action + "," + action + "]}}";
    }

    private static String quickReply(int items) {
        String item = "{\"type\":\"action\",\"action\":{\"type\":\"message\",\"label\":\"a\",\"text\":\"a\"}}";
        return "{\"type\":\"text\",\"text\":\"x\",\"quickReply\":{\"items\":["
                + String.join(",", Collections.nCopies(items, item)) + "]}}";
    }
}
