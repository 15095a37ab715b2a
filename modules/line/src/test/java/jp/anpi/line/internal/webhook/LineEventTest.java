package jp.anpi.line.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.anpi.foundation.FailureSummary;
import jp.anpi.line.internal.conversation.Answered;
import jp.anpi.line.internal.conversation.Incoming;
import jp.anpi.line.internal.render.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineEventTest {

    @Test
    void texts_buttons_and_pickers_mean_something() {
        assertThat(LineEvent.read("{\"type\":\"message\",\"message\":{\"type\":\"text\",\"text\":\"OK\"}}")
                        .incoming())
                .contains(new Incoming.Typed("OK"));
        assertThat(LineEvent.read(
                                "{\"type\":\"postback\",\"postback\":{\"data\":\"x\",\"params\":{\"time\":\"08:30\"}}}")
                        .incoming())
                .contains(new Incoming.Pressed("x", Optional.of("08:30")));
        assertThat(LineEvent.read("{\"type\":\"message\",\"message\":{\"type\":\"sticker\"}}")
                        .incoming())
                .contains(new Incoming.Wordless());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\":\"messageEdited\"}",
                "{\"type\":7}",
                "{\"type\":\"accountLink\",\"link\":{\"result\":\"failed\"}}",
                "{\"type\":\"unsend\"}"
            })
    void unknown_types_mean_nothing(String json) {
        assertThat(LineEvent.read(json).incoming()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"type\":\"message\"}", "{\"type\":\"message\",\"message\":[]}", "{\"type\":\"postback\"}"})
    void broken_events_are_no_error(String json) {
        assertThat(LineEvent.read(json).incoming()).isPresent();
        assertThat(LineEvent.read(json).lineUserId()).isEmpty();
        assertThat(LineEvent.read(json).replyToken()).isEmpty();
    }

    @Test
    void a_group_is_told_from_a_person() {
        LineEvent joined = LineEvent.read("{\"type\":\"join\",\"source\":{\"type\":\"group\",\"groupId\":\"C1\"}}");

        assertThat(joined.inGroup()).isTrue();
        assertThat(joined.joined()).isTrue();
    }

    @Test
    void a_failing_event_waits_longer_each_time_but_never_more_than_a_quarter_of_an_hour() {
        assertThat(WebhookEvents.backOff(0)).isEqualTo(Duration.ofSeconds(10));
        assertThat(WebhookEvents.backOff(3)).isEqualTo(Duration.ofSeconds(80));
        assertThat(WebhookEvents.backOff(50)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void an_error_is_kept_without_what_a_person_wrote() {
        Throwable failure = new RuntimeException("さくら", new IllegalStateException("さくら"));

        assertThat(FailureSummary.of(failure))
                .contains("IllegalStateException at ")
                .doesNotContain("さくら");
    }

    @Test
    void what_came_in_prints_neither_whose_it_is_nor_what_it_says() {
        Optional<String> person = Optional.of("Uhana");
        Answered answered = new Answered(List.of(Texts.of("さくら")), List.of());

        assertThat(List.of(
                                new ArrivedEvent("01H", person, Optional.empty(), false, "{さくら}"),
                                new WebhookEvents.Key(1, "01H", "Uhana"),
                                new PendingReply(1, person, "reply-token", Instant.EPOCH, answered),
                                new Incoming.Typed("さくら"),
                                new Incoming.Pressed("さくら", Optional.of("さくら")))
                        .toString())
                .doesNotContain("Uhana", "さくら", "reply-token");
    }
}
