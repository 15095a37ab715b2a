package jp.anpi.membership;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** people are called what they want to be called, and nobody's name disturbs the text around it. */
class NicknameTest {

    private static final String FAMILY = "👨\u200D👩\u200D👧\u200D👦";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "はなこ",
                "髙橋",
                "𠮷野家",
                "山﨑",
                "葛\uDB40\uDD00城", // with a variation selector (IVS)
                "☺\uFE0F",
                "👵🏽",
                "👨\u200D👩\u200D👧\u200D👦",
                "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F", // England
                "🇯🇵",
                "7",
                "דוד",
                "مريم",
                "Nguyễn Thị",
                "นงลักษณ์",
                "O'Brien-Smith",
                "あ・い ♪"
            })
    @DisplayName("R-037: any script, rare kanji and emoji")
    void is_taken_as_typed(String typed) {
        assertThat(Nickname.of(typed)).map(Nickname::text).contains(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "　",
                "はな\u202Eこ", // right-to-left override
                "はな\u200Fこ",
                "はな\u2067こ",
                "はな\u200Bこ",
                "はな\nこ",
                "はな\u0000こ",
                "はな\u2028こ",
                "はな\u001B[31mこ",
                "はな\uD842", // half of a pair
                "\uE000",
                "\uFEFF",
                "\u3164", // an invisible letter
                "\u2800",
                "\u200D",
                "\u0301",
                "はな\uDB40\uDC67", // a tag without a flag
                "---"
            })
    void is_refused_when_it_shows_nothing_or_disturbs_the_text_around_it(String typed) {
        assertThat(Nickname.of(typed)).isEmpty();
    }

    @Example
    void twenty_characters_fit_and_twenty_one_do_not() {
        assertThat(Nickname.of("あ".repeat(20))).isPresent();
        assertThat(Nickname.of("あ".repeat(21))).isEmpty();
        assertThat(Nickname.of("𠮷".repeat(20))).isPresent();
        assertThat(Nickname.of("が".repeat(20))).isPresent();
    }

    @Example
    void a_family_of_emoji_counts_as_one_character() {
        assertThat(Nickname.of("あ".repeat(19) + FAMILY)).isPresent();
        assertThat(Nickname.of("あ".repeat(20) + FAMILY)).isEmpty();
    }

    @Example
    void five_thousand_characters_are_refused_whatever_they_are() {
        assertThat(Nickname.of("あ".repeat(5_000))).isEmpty();
        assertThat(Nickname.of("a" + "\u0301".repeat(5_000))).isEmpty();
        assertThat(Nickname.of("あ" + "\uFE0F".repeat(5_000))).isEmpty();
        assertThat(Nickname.of("👨" + "\u200D👨".repeat(5_000))).isEmpty();
    }

    @Example
    void marks_do_not_pile_up() {
        assertThat(Nickname.of("a\u0301\u0302")).isPresent();
        assertThat(Nickname.of("a" + "\u0348".repeat(6))).isEmpty();
    }

    @Example
    void is_composed_but_keeps_the_form_of_a_compatibility_ideograph() {
        assertThat(Nickname.of(" か\u3099く　")).map(Nickname::text).contains("がく");
        assertThat(Nickname.of("\uFA19谷")).map(Nickname::text).contains("\uFA19谷");
    }

    @Property
    void whatever_is_typed_is_either_refused_or_harmless(@ForAll @StringLength(max = 60) String typed) {
        Nickname.of(typed).ifPresent(nickname -> {
            assertThat(nickname.text()).isNotBlank().hasSizeLessThanOrEqualTo(240);
            assertThat(nickname.text().codePoints())
                    .noneMatch(Character::isISOControl)
                    .noneMatch(codePoint -> codePoint >= 0x202A && codePoint <= 0x202E)
                    .noneMatch(codePoint -> codePoint >= 0x2066 && codePoint <= 0x2069)
                    .noneMatch(codePoint -> codePoint == 0x200E || codePoint == 0x200F || codePoint == 0x061C);
            assertThat(Nickname.of(nickname.text())).contains(nickname);
        });
    }

    @Example
    void a_nickname_prints_without_itself() {
        assertThat(Nickname.of("さくら").orElseThrow().toString()).doesNotContain("さくら");
    }
}
