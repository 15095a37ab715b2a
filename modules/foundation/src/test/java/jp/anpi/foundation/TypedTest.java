package jp.anpi.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type is taken as they mean it, and refused where a machine would stumble over it. */
class TypedTest {

    @ParameterizedTest
    @ValueSource(strings = {"髙橋", "𠮷野家", "葛\uDB40\uDD00城", "元気です😊", "<b>=1+1</b>", "a\u3000b"})
    void names_keep_their_letters(String name) {
        assertThat(Typed.line(" " + name + "\u3000", 60)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u0000", "a\tb", "\uE000", "\uD800", "a\u2028b"})
    void a_line_holds_no_controls(String line) {
        assertThat(Typed.line(line, 60)).isEmpty();
    }

    /** A partner's team that is called so would turn around the lines of the pages and of the audit log. */
    @ParameterizedTest
    @ValueSource(strings = {"a\u202Eb", "\u2066a", "a\u200F", "\u061Ca", "\u202D03-1234\u202C"})
    void nothing_turns_around_what_stands_beside_it(String typed) {
        assertThat(Typed.line(typed, 60)).isEmpty();
        assertThat(Typed.text(typed, 60)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\uFEFF\u2060", "\u3164", "\u2800 \u00AD", "\u0301"})
    void what_nobody_sees_is_no_name(String typed) {
        assertThat(Typed.line(typed, 60)).isEmpty();
        assertThat(Typed.text(typed, 60)).isEmpty();
    }

    @Test
    void a_rare_kanji_is_one_character() {
        assertThat(Typed.line("𠮷".repeat(60), 60)).isPresent();
        assertThat(Typed.line("𠮷".repeat(61), 60)).isEmpty();
    }

    @Test
    void numbers_of_a_japanese_keyboard_are_numbers() {
        assertThat(Typed.narrow("\u3000１００１－９ ")).isEqualTo("1001-9");
    }

    @Test
    void a_text_has_lines_whatever_the_browser_sends() {
        assertThat(Typed.text("一行目\r\n二行目\r三行目", 20)).contains("一行目\n二行目\n三行目");
        assertThat(Typed.text("a\u0007b", 20)).isEmpty();
        assertThat(Typed.text("  \r\n ", 20)).contains("");
    }
}
