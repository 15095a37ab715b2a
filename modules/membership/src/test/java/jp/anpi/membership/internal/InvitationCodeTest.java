package jp.anpi.membership.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** a code is found however a phone or a person writes it. */
class InvitationCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ABCD-EFGH-JK23",
                "abcd-efgh-jk23",
                "ABCDEFGHJK23",
                "ＡＢＣＤ－ＥＦＧＨ－ＪＫ２３",
                "ａｂｃｄーｅｆｇｈーｊｋ２３",
                "ABCDｰEFGHｰJK23",
                "ABCD−EFGH−JK23",
                "ABCD‐EFGH‑JK23",
                "ABCD–EFGH—JK23",
                "ABCD─EFGH━JK23",
                "ABCD EFGH　JK23",
                " ABCD- EFGH -JK23\n"
            })
    void is_understood_however_it_is_typed(String typed) {
        assertThat(InvitationCode.typed(typed)).map(InvitationCode::text).contains("ABCDEFGHJK23");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "---", "ABCD-EFGH-JK2", "ABCD-EFGH-JK234", "ABCD-EFGH-JK20", "ABCD-EFGH-JKI3", "メニュー"})
    void is_nothing_when_it_cannot_be_a_code(String typed) {
        assertThat(InvitationCode.typed(typed)).isEmpty();
    }

    @RepeatedTest(50)
    void survives_being_read_out() {
        InvitationCode code = InvitationCode.random();
        assertThat(code.readable()).matches("[A-HJKMNP-TV-Z2-9]{4}(-[A-HJKMNP-TV-Z2-9]{4}){2}");
        assertThat(InvitationCode.typed(code.readable())).contains(code);
    }

    @Example
    void has_at_least_58_random_bits_and_does_not_show_in_logs() {
        double bits = 12 * Math.log(InvitationCode.ALPHABET.chars().distinct().count()) / Math.log(2);
        InvitationCode code = InvitationCode.random();
        assertThat(bits).isGreaterThan(58);
        assertThat(code.toString()).doesNotContain(code.text());
    }
}
