package jp.anpi.line.internal.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.anpi.line.internal.channel.Fakes;
import jp.anpi.messaging.OutboxMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageRendererTest {

    private static final int MOST_BUBBLE_BYTES = 30 * 1024;
    private static final int LONGEST_ALT_TEXT = 400;
    private static final int LONGEST_LABEL = 20;
    private static final int LONGEST_DATA = 300;

    static Set<String> kinds() {
        return Rendered.KINDS.keySet();
    }

    @Test
    void every_kind_that_the_modules_enqueue_is_known() throws IllegalAccessException {
        for (Class<?> owner : List.of(jp.anpi.scheduling.MessageKinds.class, jp.anpi.escalation.MessageKinds.class)) {
            for (var field : Arrays.stream(owner.getFields())
                    .filter(field -> Modifier.isStatic(field.getModifiers()))
                    .toList()) {
                assertThat(kinds()).contains((String) field.get(null));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_message_is_as_lines_own_description_wants_it(String kind) throws IOException {
        Optional<LineSchema> line = LineSchema.found();
        assumeTrue(line.isPresent(), "LINE's API description (line-openapi) is not at hand: not compared");

        for (JsonNode message : Rendered.kind(kind).json()) {
            assertThat(line.orElseThrow().faults("Message", message)).isEmpty();
        }
    }

    @Test
    void the_comparison_itself_finds_what_is_wrong() throws IOException {
        Optional<LineSchema> line = LineSchema.found();
        assumeTrue(line.isPresent(), "LINE's API description (line-openapi) is not at hand: not compared");
        JsonNode wrong = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree("{\"type\":\"flex\",\"alt\":\"x\",\"contents\":{\"type\":\"bubble\",\"size\":\"vast\"}}");

        assertThat(line.orElseThrow().faults("Message", wrong))
                .containsExactlyInAnyOrder(
                        "Message lacks altText", "Message may not hold alt", "Message.contents.size may not be vast");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_message_stays_below_lines_limits(String kind) {
        Rendered rendered = Rendered.kind(kind);

        assertThat(rendered.json()).hasSizeBetween(1, 5);
        assertThat(rendered.json()
                        .path(0)
                        .path("contents")
                        .toString()
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .hasSizeLessThan(MOST_BUBBLE_BYTES);
        assertThat(rendered.altText()).isNotBlank().doesNotContain("\n").hasSizeLessThan(LONGEST_ALT_TEXT);
        assertThat(rendered.labels()).allMatch(label -> !label.isBlank() && label.length() <= LONGEST_LABEL);
        assertThat(rendered.data()).allMatch(data -> data.length() <= LONGEST_DATA);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_text_is_large_wraps_and_grows_with_the_phones_setting(String kind) {
        Stream<JsonNode> texts = Rendered.kind(kind).json().findParents("text").stream()
                .filter(node -> node.path("type").asText().equals("text"));

        assertThat(texts).isNotEmpty().allSatisfy(text -> {
            assertThat(text.path("wrap").asBoolean()).isTrue();
            assertThat(text.path("scaling").asBoolean()).isTrue();
            assertThat(text.path("size").asText()).isIn("xl", "xxl", "3xl", "4xl", "5xl");
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void what_stands_on_a_button_is_what_it_does(String kind) {
        Rendered rendered = Rendered.kind(kind);

        for (JsonNode action : rendered.actions()) {
            String label = action.path("label").asText();
            assertThat(rendered.words()).contains(label);
            assertThat(action.path("displayText").asText(action.path("text").asText()))
                    .isEqualTo(label);
        }
    }

    @Test
    void the_question_offers_one_ok_and_quieter_the_wish_for_contact() {
        Rendered question = Rendered.kind("QUESTION");

        assertThat(question.labels()).containsExactly("OK", "連絡がほしい");
        assertThat(question.data()).containsExactly("ok", "help");
        assertThat(question.altText()).contains("お元気ですか？ OKを押してください");
        assertThat(question.words()).contains("今日の名言");
    }

    @ParameterizedTest
    @CsvSource({"3,こんばんは", "4,おはようございます", "10,おはようございます", "11,こんにちは", "16,こんにちは", "17,こんばんは", "0,こんばんは"})
    void the_greeting_fits_the_hour(String hour, String greeting) {
        Rendered question = Rendered.of("QUESTION", Map.of("day", "2026-11-22", "hour", hour, "quote", "no"));

        assertThat(question.words()).startsWith(greeting).doesNotContain("今日の名言");
        assertThat(question.altText()).startsWith(greeting);
    }

    @Test
    void the_question_is_the_same_for_everyone_at_the_same_day_and_hour() {
        OutboxMessage one = Fakes.question(1L);
        OutboxMessage other = Fakes.question(2L, 3L);

        assertThat(Rendered.of(one)).isEqualTo(Rendered.of(other));
    }

    @Test
    void the_reminder_asks_again_with_the_questions_labels() {
        Rendered reminder = Rendered.kind("REMINDER");

        assertThat(reminder.labels()).isEqualTo(Rendered.kind("QUESTION").labels());
        assertThat(reminder.data()).isEqualTo(Rendered.kind("QUESTION").data());
        assertThat(reminder.words()).contains("もう一度");
    }

    @ParameterizedTest
    @ValueSource(strings = {"QUESTION", "REMINDER"})
    void what_we_could_not_ask_in_time_comes_with_an_apology(String kind) {
        Rendered late = Rendered.of(kind, Map.of("day", "2026-11-23", "hour", "9", "quote", "no", "late", "yes"));

        assertThat(late.words()).contains("お届けが遅れました").contains("申し訳ありません");
        assertThat(late.labels()).containsExactly("OK", "連絡がほしい");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALERT", "HELP_ALERT"})
    void an_alert_offers_three_things_under_the_id_of_its_message(String kind) {
        Rendered alert = Rendered.kind(kind);

        assertThat(alert.labels()).containsExactlyInAnyOrder("確認する", "対応します", "無事を確認しました");
        assertThat(alert.data())
                .containsExactlyInAnyOrder(
                        "alert:look:" + Rendered.ID, "alert:take:" + Rendered.ID, "alert:safe:" + Rendered.ID);
    }

    @Test
    void an_alert_says_for_how_long_and_what_to_do() {
        assertThat(Rendered.kind("ALERT").words()).contains("おたずねしてから27時間").contains("連絡をとってみてください");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALERT", "HELP_ALERT"})
    void who_may_be_the_only_watcher_reads_of_no_others(String kind) {
        assertThat(Rendered.kind(kind).words()).contains("ほかの見守る方にも");
        Map<String, String> alone = Map.of("number", "1042-7", "hours", "27", "alone", "yes");
        assertThat(Rendered.of(kind, alone).words()).contains("対応します").doesNotContain("ほかの見守る方");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALERT", "HELP_ALERT", "UNREACHABLE_NOTICE"})
    void what_calls_a_watcher_says_the_number(String kind) {
        assertThat(Rendered.kind(kind).words()).contains("登録番号 " + Rendered.NUMBER + " の方です");
    }

    @Test
    void an_alert_without_a_named_message_carries_its_own_id() {
        OutboxMessage message = Fakes.message("ALERT", Map.of("number", "1042-7", "hours", "27"), 1L);

        assertThat(Rendered.of(message).data()).contains("alert:take:" + message.id());
    }

    @Test
    void an_unreachable_participant_can_only_be_looked_at() {
        assertThat(Rendered.kind("UNREACHABLE_NOTICE").labels()).containsExactly("確認する");
        assertThat(Rendered.kind("UNREACHABLE_NOTICE").data()).containsExactly("alert:look:" + Rendered.ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALL_CLEAR",
                "TAKEN",
                "CLOSED",
                "REACHABLE_AGAIN",
                "ASKING_ENDED",
                "ASKING_RESUMED",
                "PARTICIPANT_LEFT",
                "WATCH_ENDED",
                "PARTICIPANT_JOINED"
            })
    void news_for_watchers_offers_nothing_and_says_the_number(String kind) {
        assertThat(Rendered.kind(kind).labels()).isEmpty();
        assertThat(Rendered.kind(kind).words()).contains(Rendered.NUMBER);
    }

    @Test
    void the_all_clear_says_when_in_the_organizations_own_time() {
        assertThat(Rendered.kind("ALL_CLEAR").words()).contains("11月23日8時04分");
    }

    @Test
    void who_is_watched_by_one_more_reads_the_number_and_where_to_see_who_it_is() {
        assertThat(Rendered.kind("WATCHER_JOINED").words()).contains(Rendered.NUMBER);
        assertThat(Rendered.kind("WATCHER_JOINED").labels()).containsExactly("マイページ");
    }

    @Test
    void who_was_taken_out_reads_by_whom_and_how_to_begin_again() {
        assertThat(Rendered.kind("FAREWELL").words()).contains("お申し出", "職員", "覚えがない");
        assertThat(Rendered.kind("FAREWELL").labels()).containsExactly("メニュー");
    }

    @Test
    void a_participant_without_watchers_can_invite_one_at_once() {
        assertThat(Rendered.kind("NO_WATCHER_LEFT").labels()).containsExactly("招待する");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "watched, -, -, -, -",
                "watched, -, -, yes, マイページ",
                "alone, -, -, -, 招待する",
                "-, yes, -, yes, マイページ",
                "watched, yes, yes, -, マイページ",
                "alone, yes, -, yes, 招待する"
            })
    void the_end_of_a_team_is_said_by_what_somebody_was_in_it(
            String watched, String watcher, String lead, String elsewhere, String offer) {
        Map<String, String> content = new HashMap<>();
        content.put("participant", watched);
        content.put("watcher", watcher);
        content.put("lead", lead);
        content.put("elsewhere", elsewhere);
        content.values().removeIf(Objects::isNull);

        for (String kind : List.of("TEAM_ENDED", "TEAM_RESUMED")) {
            Rendered news = Rendered.of(kind, content);
            assertThat(news.labels()).isEqualTo(offer == null ? List.of() : List.of(offer));
        }
        Rendered end = Rendered.of("TEAM_ENDED", content);
        assertThat(end.words().contains("安否確認は、これまでどおり続きます")).isEqualTo(watched != null);
        assertThat(end.words().contains("ありがとうございました")).isEqualTo(watcher != null);
        assertThat(end.words().contains("責任者")).isEqualTo(lead != null);
        assertThat(end.words().contains("ほかのチームは、これまでどおり"))
                .as("its name was typed by somebody and is not pushed")
                .isEqualTo(elsewhere != null);
    }

    @Test
    void whom_staff_put_into_a_team_reads_with_whom_and_where_to_end_it() {
        Rendered watcher = Rendered.kind("ADDED_AS_WATCHER");
        assertThat(watcher.words()).contains("職員が", "1042-7、1043-5", "ほか3名", "やめるときも");
        assertThat(watcher.labels()).containsExactly("マイページ");
        assertThat(Rendered.of("ADDED_AS_WATCHER", Map.of()).words()).contains("まだいません");
        assertThat(Rendered.kind("ADDED_AS_PARTICIPANT").words()).contains("職員が", "1042-7", "終わりにするときも");
    }

    @Test
    void a_pause_says_its_last_day_and_how_to_end_it() {
        assertThat(Rendered.kind("PAUSE_SET").words()).contains("職員が、11月30日(月)まで", "次は、12月3日(木)8時");
        assertThat(Rendered.of("PAUSE_SET", Map.of("lastDay", "2026-11-30", "setBy", "WATCHER"))
                        .words())
                .contains("見守る方が、11月30日(月)まで")
                .doesNotContain("次は");
        assertThat(Rendered.of("PAUSE_SET", Map.of("lastDay", "2026-11-30")).words())
                .contains("11月30日(月)まで、おたずねをお休みします");
        assertThat(Rendered.kind("PAUSE_SET").labels()).containsExactly("再開する");
    }

    @Test
    void a_late_reply_is_pushed_as_it_was() {
        String json = MessageJson.write(List.of(
                Texts.of("一"),
                Fakes.renderer().render(Fakes.question(1L)).orElseThrow().get(0)));

        assertThat(Rendered.of("REPLY", Map.of("json", json)).json()).hasToString(json);
    }

    @Test
    void an_unknown_kind_is_no_message() {
        assertThat(Fakes.renderer().render(Fakes.message("WEATHER", Map.of(), 1L)))
                .isEmpty();
    }

    @Test
    void an_id_that_is_none_never_gets_onto_a_button() {
        assertThatThrownBy(() -> Rendered.of("ALERT", Map.of("number", "1042-7", "hours", "27", "message", "<script>")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(UUID.fromString(Rendered.ID)).isNotNull();
    }
}
