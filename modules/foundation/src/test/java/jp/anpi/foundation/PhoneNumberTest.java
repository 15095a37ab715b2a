package jp.anpi.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A phone number is read however a Japanese keyboard wrote it; what is none is never called. */
class PhoneNumberTest {

    private static final String[] SEPARATORS = {
        "", "", "", "-", " ", "\u3000", "\u2212", "\u30FC", "\uFF0D", "(", ")", "."
    };

    @Property
    void a_japanese_number_is_read_with_any_separators_in_any_width(
            @ForAll("national") String digits, @ForAll long seed) {
        String typed = typed(digits, new Random(seed));

        assertThat(PhoneNumber.parse(typed)).as(typed).map(PhoneNumber::text).contains("+81" + digits.substring(1));
    }

    @Property
    void what_was_read_is_read_again_as_the_same(@ForAll("international") String number, @ForAll long seed) {
        assertThat(PhoneNumber.parse(typed(number, new Random(seed))))
                .map(PhoneNumber::text)
                .contains(number);
    }

    @Property
    void whatever_is_typed_nothing_else_than_an_international_number_comes_of_it(@ForAll("scribbles") String typed) {
        assertThat(PhoneNumber.parse(typed).stream().map(PhoneNumber::text))
                .as(typed)
                .allMatch(text -> text.matches("\\+[1-9][0-9]{7,14}"));
    }

    @Property
    void a_digit_too_few_or_two_too_many_is_no_number(@ForAll("national") String digits, @ForAll long seed) {
        assertThat(PhoneNumber.parse(typed(digits.substring(0, 9), new Random(seed))))
                .isEmpty();
        assertThat(PhoneNumber.parse(typed(digits + "00", new Random(seed)))).isEmpty();
    }

    @Property
    void an_extension_is_no_part_of_the_number_of_a_desk(
            @ForAll("national") String digits, @ForAll @IntRange(max = 9999) int extension, @ForAll long seed) {
        for (String words : new String[] {"（内線 %d）", " ext. %d", " #%d", "・内線%d", "　代表（%d番窓口）"}) {
            String typed = typed(digits, new Random(seed)) + words.formatted(extension);

            assertThat(PhoneNumber.parseOfDesk(typed))
                    .as(typed)
                    .map(PhoneNumber::text)
                    .contains("+81" + digits.substring(1));
            assertThat(PhoneNumber.parse(typed)).as("of a person").isEmpty();
        }
    }

    @Property
    void no_log_shows_it(@ForAll("international") String number) {
        assertThat(PhoneNumber.parse(number).orElseThrow().toString()).doesNotContain(number.substring(1));
    }

    @Provide
    Arbitrary<String> national() {
        return Combinators.combine(digit('1', '9'), digits(8, 9)).as((area, rest) -> "0" + area + rest);
    }

    @Provide
    Arbitrary<String> international() {
        return Combinators.combine(digit('1', '9'), digits(7, 14)).as((first, rest) -> "+" + first + rest);
    }

    /** Nearly numbers, and anything at all. */
    @Provide
    Arbitrary<String> scribbles() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("0123456789０１２３+＋-ー(). ext内線").ofMaxLength(18),
                Arbitraries.strings().ofMaxLength(30));
    }

    private static Arbitrary<Character> digit(char from, char to) {
        return Arbitraries.chars().range(from, to);
    }

    private static Arbitrary<String> digits(int fewest, int most) {
        return Arbitraries.strings().withCharRange('0', '9').ofMinLength(fewest).ofMaxLength(most);
    }

    /** As somebody may type it: separators between the digits, and each of them in either width. */
    private static String typed(String number, Random random) {
        StringBuilder typed = new StringBuilder();
        for (char one : number.toCharArray()) {
            boolean wide = random.nextBoolean() && one != '+';
            typed.append(wide ? (char) (one - '0' + '\uFF10') : one);
            typed.append(SEPARATORS[random.nextInt(SEPARATORS.length)]);
        }
        return typed.toString();
    }
}
