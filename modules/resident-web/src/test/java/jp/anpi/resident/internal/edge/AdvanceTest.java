package jp.anpi.resident.internal.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdvanceTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @ParameterizedTest
    @CsvSource({"PT0S,PT0S", "PT27H,PT27H", "P3DT1M,PT72H1M", "PT0.5S,PT0.5S", "P365D,PT8760H"})
    void a_duration_is_taken(String text, Duration expected) {
        assertThat(parse("{\"by\":\"" + text + "\"}").by()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "7",
                "[]",
                "{}",
                "{\"by\":null}",
                "{\"by\":27}",
                "{\"by\":\"\"}",
                "{\"by\":\"27h\"}",
                "{\"by\":\"P1M\"}",
                "{\"by\":\"PT27H\"",
                "{\"to\":\"PT27H\"}",
                "{\"by\":\"PT9223372036854775807H\"}",
                "\u0000",
                "{\"by\":\"P99999999999999999999D\"}"
            })
    void anything_else_is_refused_in_words(String body) {
        assertThatIllegalArgumentException().isThrownBy(() -> parse(body)).withMessageContaining("PT27H");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT1S", "PT-1S", "PT1H-61M"})
    void time_does_not_go_back(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("{\"by\":\"" + text + "\"}"))
                .withMessageContaining("negative");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT2562047788015215H", "P3000000D"})
    void time_ends_with_the_year_9999(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("{\"by\":\"" + text + "\"}"))
                .withMessageContaining("9999");
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Advance.parse(new byte[] {(byte) 0xff, (byte) 0xfe, 0x00, 0x7b}, NOW));
    }

    private static Advance parse(String body) {
        return Advance.parse(body.getBytes(StandardCharsets.UTF_8), NOW);
    }
}
