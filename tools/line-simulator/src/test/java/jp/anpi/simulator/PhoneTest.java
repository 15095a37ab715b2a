package jp.anpi.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import jp.anpi.simulator.chat.ChatEntry;
import jp.anpi.simulator.chat.Direction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PhoneTest extends SimulatorTest {

    private static final String QUESTION = """
            {"type":"flex","altText":"お元気ですか","contents":{"type":"bubble","body":{"type":"box","layout":"vertical",
              "contents":[{"type":"text","text":"お元気ですか","wrap":true},
                {"type":"box","layout":"vertical","contents":[{"type":"text","text":"連絡がほしい"}],
                 "action":{"type":"postback","data":"help=%s"}}]},
             "footer":{"type":"box","layout":"vertical","contents":[{"type":"button","style":"primary",
               "action":{"type":"postback","label":"OK","data":"ok=%s","displayText":"OKです"}}]}}}""";

    private static final String CHOICES = """
            {"type":"text","text":"えらんでください","quickReply":{"items":[
              {"type":"action","action":{"type":"message","label":"毎日","text":"毎日にします"}},
              {"type":"action","action":{"type":"datetimepicker","label":"最終日を選ぶ","mode":"date","data":"until",
                "min":"2026-11-24"}}]}}""";

    private Phone sakura;

    @BeforeEach
    void befriend() {
        sakura = friend("さくら");
    }

    @Test
    void pressing_takes_the_newest_button_and_shows_its_display_text() throws IOException {
        line.pushMessage(sakura.userId(), QUESTION.formatted("1", "1"));
        line.pushMessage(sakura.userId(), QUESTION.formatted("2", "2"));

        assertThat(sakura.offered()).containsExactly("連絡がほしい", "OK");
        sakura.press("OK");

        assertThat(product.lastEvent().path("postback").path("data").asText()).isEqualTo("ok=2");
        ChatEntry own = sakura.messages().get(2);
        assertThat(own.direction()).isEqualTo(Direction.FROM_PERSON);
        assertThat(own.text()).isEqualTo("OKです");
    }

    @Test
    void an_old_button_can_still_be_pressed_and_a_box_goes_by_its_words() throws IOException {
        line.pushMessage(sakura.userId(), QUESTION.formatted("1", "1"));
        line.pushMessage(sakura.userId(), QUESTION.formatted("2", "2"));

        sakura.press(sakura.received().get(0), "連絡がほしい");

        assertThat(product.lastEvent().path("postback").path("data").asText()).isEqualTo("help=1");
    }

    @Test
    void quick_replies_vanish_when_tapped_and_when_a_message_follows() throws IOException {
        line.pushMessage(sakura.userId(), CHOICES);
        assertThat(sakura.offers("毎日")).isTrue();
        sakura.press("毎日");
        assertThat(product.lastEvent().path("message").path("text").asText()).isEqualTo("毎日にします");
        assertThat(sakura.offers("毎日")).isFalse();

        line.pushMessage(sakura.userId(), CHOICES);
        line.push(sakura.userId(), "つぎ");
        assertThat(sakura.offers("毎日")).isFalse();
        assertThatThrownBy(() -> sakura.press("毎日")).hasMessageContaining("毎日");
    }

    @Test
    void a_picked_date_comes_with_the_postback_and_stays_within_its_limits() throws IOException {
        line.pushMessage(sakura.userId(), CHOICES);

        assertThatThrownBy(() -> sakura.pickDate("最終日を選ぶ", LocalDate.of(2026, 11, 23)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sakura.pickTime("最終日を選ぶ", "08:00")).isInstanceOf(IllegalStateException.class);
        sakura.pickDate("最終日を選ぶ", LocalDate.of(2026, 11, 30));

        JsonNode postback = product.lastEvent().path("postback");
        assertThat(postback.path("data").asText()).isEqualTo("until");
        assertThat(postback.path("params").path("date").asText()).isEqualTo("2026-11-30");
    }

    @Test
    void a_picked_time_is_written_with_two_digits() throws IOException {
        line.pushMessage(sakura.userId(), """
                {"type":"template","altText":"時刻","template":{"type":"buttons","text":"何時にしますか","actions":[
                  {"type":"datetimepicker","label":"時刻を選ぶ","mode":"time","data":"hour"}]}}""");

        sakura.pickTime("時刻を選ぶ", "08:00");

        assertThat(product.lastEvent()
                        .path("postback")
                        .path("params")
                        .path("time")
                        .asText())
                .isEqualTo("08:00");
    }

    @Test
    void a_uri_is_opened_without_the_product_hearing_of_it() throws IOException {
        line.pushMessage(sakura.userId(), """
                {"type":"template","altText":"x","template":{"type":"confirm","text":"x","actions":[
                  {"type":"uri","label":"マイページ","uri":"https://example.com/my/?t=1"},
                  {"type":"clipboard","label":"写す","clipboardText":"1042-7"}]}}""");

        assertThat(sakura.press("マイページ").opened()).contains("https://example.com/my/?t=1");
        assertThat(sakura.press("写す").copied()).contains("1042-7");
        assertThat(product.webhooks()).hasSize(1);
    }

    @Test
    void an_invitation_sends_its_text_for_who_is_no_friend() {
        Phone taro = simulator.addPhone("たろう");

        taro.openInvitation("https://line.me/R/oaMessage/%40mimamori/?%E6%8B%9B%E5%BE%85%3AA%2BB+C");

        assertThat(product.lastEvent().path("message").path("text").asText()).isEqualTo("招待:A+B+C");
        assertThat(taro.isFriend()).isFalse();
        assertThatThrownBy(() -> taro.openInvitation("https://line.me/R/oaMessage/%40other/?x"))
                .hasMessageContaining("@other");
    }

    @Test
    void the_last_messages_are_those_since_the_person_did_something() throws IOException {
        sakura.type("こんにちは");
        line.reply(lastReplyToken(), "はい");
        line.push(sakura.userId(), "もうひとつ");

        assertThat(sakura.lastMessages()).extracting(ChatEntry::text).containsExactly("はい", "もうひとつ");
    }

    @Test
    void who_blocks_cannot_write() {
        sakura.block();
        assertThatThrownBy(() -> sakura.type("x")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_same_name_gets_the_same_user_id_in_every_run_and_namesakes_differ() {
        Phone namesake = simulator.addPhone("さくら");
        assertThat(namesake.userId()).isNotEqualTo(sakura.userId());

        try (LineSimulator other = LineSimulator.start(options())) {
            assertThat(other.addPhone("さくら").userId()).isEqualTo(sakura.userId());
        }
    }

    @Test
    void a_photo_has_content_to_fetch_and_a_message_taken_back_is_told() throws IOException {
        sakura.photo();
        String id = product.lastEvent().path("message").path("id").asText();
        assertThat(line.get("/v2/bot/message/" + id + "/content").header("content-type"))
                .isEqualTo("image/png");

        sakura.unsend();
        assertThat(product.lastEvent().path("unsend").path("messageId").asText())
                .isEqualTo(id);
    }
}
