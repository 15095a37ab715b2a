package jp.anpi.line.internal.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.linecorp.bot.messaging.model.Action;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActionsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private static final Action TIME = Actions.time("時刻を選ぶ", "hour", LocalTime.of(8, 0));
    private static final Action DATE = Actions.date("最終日を選ぶ", "pause", DAY.plusDays(1), DAY, DAY.plusYears(1));

    @Test
    void a_time_is_asked_for_with_the_first_one_shown() {
        JsonNode action = rendered(TIME).actions().get(0);

        assertThat(action)
                .hasToString("{\"type\":\"datetimepicker\",\"label\":\"時刻を選ぶ\",\"data\":\"hour\","
                        + "\"mode\":\"time\",\"initial\":\"08:00\"}");
    }

    @Test
    void a_date_is_asked_for_within_its_bounds() {
        JsonNode action = rendered(DATE).actions().get(0);

        assertThat(action.path("mode").asText()).isEqualTo("date");
        assertThat(action.path("initial").asText()).isEqualTo("2026-11-23");
        assertThat(action.path("min").asText()).isEqualTo("2026-11-22");
        assertThat(action.path("max").asText()).isEqualTo("2027-11-22");
    }

    @Test
    void every_action_and_style_is_as_lines_own_description_wants_it() throws IOException {
        Optional<LineSchema> line = LineSchema.found();
        assumeTrue(line.isPresent(), "LINE's API description (line-openapi) is not at hand: not compared");

        for (Action action : List.of(
                TIME,
                DATE,
                Actions.postback("OK", "ok"),
                Actions.message("メニュー"),
                Actions.uri("マイページ", URI.create("https://example.jp/my/abc")))) {
            for (JsonNode message : rendered(action).json()) {
                assertThat(line.orElseThrow().faults("Message", message)).isEmpty();
            }
        }
    }

    private static Rendered rendered(Action action) {
        List<Choice> all =
                List.of(Choice.ok(action), Choice.primary(action), Choice.secondary(action), Choice.quiet(action));
        return Rendered.of(List.of(Bubbles.of("x", null, List.of(), all)));
    }
}
