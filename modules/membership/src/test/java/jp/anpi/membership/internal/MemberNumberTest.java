package jp.anpi.membership.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** a number that is read out on the phone shows that it was misheard. */
class MemberNumberTest {

    @Example
    void the_check_digit_of_572_is_the_4_of_the_literature() {
        assertThat(MemberNumber.of(572)).isEqualTo("572-4");
        assertThat(MemberNumber.isValid("572-4")).isTrue();
    }

    @Property
    void every_number_is_valid(@ForAll @LongRange(min = 1001) long sequence) {
        assertThat(MemberNumber.isValid(MemberNumber.of(sequence))).isTrue();
    }

    @Property
    void one_wrong_digit_is_found(
            @ForAll @LongRange(min = 1001, max = 99_999_999) long sequence,
            @ForAll @IntRange(max = 7) int position,
            @ForAll @IntRange(min = 1, max = 9) int difference) {
        char[] digits = MemberNumber.of(sequence).replace("-", "").toCharArray();
        int at = position % digits.length;
        digits[at] = (char) ('0' + (digits[at] - '0' + difference) % 10);
        assertThat(MemberNumber.isValid(hyphenated(digits))).isFalse();
    }

    @Property
    void two_swapped_neighbours_are_found(
            @ForAll @LongRange(min = 1001, max = 99_999_999) long sequence, @ForAll @IntRange(max = 6) int position) {
        char[] digits = MemberNumber.of(sequence).replace("-", "").toCharArray();
        int at = position % (digits.length - 1);
        char left = digits[at];
        digits[at] = digits[at + 1];
        digits[at + 1] = left;
        assertThat(MemberNumber.isValid(hyphenated(digits))).isEqualTo(left == digits[at]);
    }

    @Example
    void what_is_typed_is_read_with_and_without_a_hyphen_of_any_kind() {
        for (String typed : List.of("1001-9", " 10019", "１００１ー９", "1001\u22129", "1001\u20109")) {
            assertThat(MemberNumber.typed(typed)).as(typed).isEqualTo("1001-9");
        }
        assertThat(MemberNumber.typed("すみれー")).isEqualTo("すみれ-");
    }

    @Example
    void numbers_are_looked_for_by_three_digits_or_more() {
        assertThat(MemberNumber.beginning("１００")).contains("100");
        assertThat(MemberNumber.beginning("1001-")).contains("1001-");
        assertThat(List.of("10", "1001-9", "010", "%00", "さくら"))
                .allMatch(typed -> MemberNumber.beginning(typed).isEmpty());
    }

    @Example
    void what_is_no_number_is_not_valid() {
        assertThat(MemberNumber.isValid("")).isFalse();
        assertThat(MemberNumber.isValid("5724")).isFalse();
        assertThat(MemberNumber.isValid("５７２-４")).isFalse();
        assertThat(MemberNumber.isValid("57a-4")).isFalse();
    }

    private static String hyphenated(char[] digits) {
        String text = new String(digits);
        return text.substring(0, text.length() - 1) + "-" + text.substring(text.length() - 1);
    }
}
