package jp.anpi.line.internal.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.anpi.escalation.IncidentCause;
import jp.anpi.escalation.WatcherView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertTest {

    private static final String MESSAGE = "0d3f7a54-6a52-4d42-9d7c-0123456789ab";
    private static final Instant OPENED = Instant.parse("2026-11-22T00:00:00Z");

    private final Town town = new Town();
    private final Phone hana = town.participant("Uhana");
    private final Phone taro = town.watcher("Utaro");

    @BeforeEach
    void somebody_is_silent() {
        town.engine.done.clear();
        town.engine.alert = Optional.of(view(false, false, false));
    }

    private WatcherView view(boolean mine, boolean other, boolean closed) {
        return view(true, mine, other, closed);
    }

    private WatcherView view(boolean othersWatch, boolean mine, boolean other, boolean closed) {
        Optional<Instant> lastOk = Optional.of(Instant.parse("2026-11-19T23:04:00Z"));
        return new WatcherView(
                1, Optional.of(hana.member()), othersWatch, IncidentCause.SILENCE, lastOk, OPENED, mine, other, closed);
    }

    @Test
    void about_somebody_who_has_left_there_is_nothing_to_do() {
        town.engine.alert = Optional.of(new WatcherView(
                1, Optional.empty(), false, IncidentCause.NEED_HELP, Optional.empty(), OPENED, false, false, false));

        for (String button : List.of("look", "take", "safe")) {
            assertThat(taro.data("alert:" + button + ":" + MESSAGE).said()).contains("もう終わっています");
        }
    }

    @Test
    void looking_shows_who_it_is_since_when_and_a_page() {
        taro.data("alert:look:" + MESSAGE);

        assertThat(taro.said()).contains("1001-7", "最後のOKは11月20日(金)8時04分", "まだどなたも");
        assertThat(taro.uriOf("ようすを見る")).isEqualTo("https://anpi.example/my/open/token1");
        assertThat(town.membership.pages).containsExactly("WATCHED 2 1");
        assertThat(taro.answered().pushed().toString()).doesNotContain("1001-7");
    }

    @Test
    void taking_is_thanked_for() {
        town.engine.alert = Optional.of(view(true, false, false));

        assertThat(taro.data("alert:take:" + MESSAGE).said()).contains("対応中");
        assertThat(town.engine.done).containsExactly("take 2");
    }

    @Test
    void who_watches_alone_reads_of_no_others() {
        town.engine.alert = Optional.of(view(false, true, false, false));
        assertThat(taro.data("alert:take:" + MESSAGE).said()).contains("対応中").doesNotContain("ほかの見守る方");

        town.engine.alert = Optional.of(view(false, false, false, false));
        taro.data("alert:safe:" + MESSAGE);
        assertThat(taro.press("会いました").said()).contains("記録しました").doesNotContain("ほかの見守る方");
    }

    @Test
    void what_another_has_taken_or_closed_is_said() {
        town.engine.alert = Optional.of(view(false, true, false));
        assertThat(taro.data("alert:take:" + MESSAGE).said()).contains("ほかの見守る方が、すでに対応");
        town.engine.alert = Optional.of(view(false, false, true));
        assertThat(taro.data("alert:take:" + MESSAGE).said()).contains("もう確かめられています");
        assertThat(taro.data("alert:safe:" + MESSAGE).said()).contains("もう確かめられています");
    }

    @Test
    void safe_asks_how_and_closes_with_the_chosen_words() {
        taro.data("alert:safe:" + MESSAGE);
        assertThat(taro.said()).contains("入力してください");
        assertThat(taro.offered()).containsExactly("電話で話しました", "会いました", "ほかの方から聞きました");

        taro.press("会いました");

        assertThat(town.engine.done).containsExactly("close 2 会いました");
    }

    @Test
    void safe_closes_with_typed_words_of_at_most_200_characters() {
        taro.data("alert:safe:" + MESSAGE);
        assertThat(taro.type("あ".repeat(201)).said()).contains("200文字まで");
        assertThat(town.engine.done).isEmpty();

        taro.type("元気です");

        assertThat(town.engine.done).containsExactly("close 2 元気です");
    }

    @Test
    void an_ok_of_somebody_who_is_also_asked_stays_a_sign_of_life() {
        hana.data("alert:safe:" + MESSAGE).type("OK");

        assertThat(town.engine.done).containsExactly("ok 1 TYPED");
        assertThat(hana.offered()).isEmpty();
        hana.press("会いました");
        assertThat(town.engine.done).contains("close 1 会いました");
    }

    @Test
    void characters_that_no_database_holds_are_left_out_of_the_reason() {
        taro.data("alert:safe:" + MESSAGE).type("\u0000電話\uD83D で");

        assertThat(town.engine.done).containsExactly("close 2 電話 で");
    }

    @Test
    void an_alert_that_was_not_sent_to_this_person_is_not_shown() {
        town.engine.alert = Optional.empty();

        assertThat(taro.data("alert:look:" + MESSAGE).said()).contains("使えません");
        assertThat(town.phone("Ustranger").data("alert:look:" + MESSAGE).said()).contains("使えません");
    }

    @Test
    void a_typed_label_of_an_alert_points_to_the_button() {
        assertThat(taro.type("対応します").said()).contains("下にあるボタン");
    }
}
