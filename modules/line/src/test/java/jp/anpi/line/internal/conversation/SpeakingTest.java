package jp.anpi.line.internal.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import jp.anpi.line.internal.render.Phrases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeakingTest {

    private final Vocabulary vocabulary = new Vocabulary(new Phrases());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OK",
                "ok",
                " ＯＫ ",
                "おｋ",
                "オーケー",
                "ｵｰｹｰ",
                "おーけー",
                "OK！",
                "「OK」",
                "元気です",
                "元気です。",
                "O K",
                "👌",
                "OK👍",
                "はい",
                "はい、元気です",
                "変わりないです。",
                "うん",
                "大丈夫だよ"
            })
    void an_ok_is_an_ok_however_it_is_typed(String typed) {
        assertThat(vocabulary.deed(typed)).contains(Deed.OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"連絡がほしい", "助けて！", "具合が悪いです", "苦しい", "ころんだ", "救急車を呼んで", "ＳＯＳ", "電話ください"})
    void a_call_for_help_is_understood_however_it_is_typed(String typed) {
        assertThat(vocabulary.deed(typed)).contains(Deed.HELP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"元気ですか", "OKではない", "元気じゃない", "大丈夫じゃない", "", "   ", "！？"})
    void what_is_no_ok_is_not_taken_for_one(String typed) {
        assertThat(vocabulary.deed(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"メニュー", "めにゅー", "ﾒﾆｭｰ", "menu", "ＭＥＮＵ", "メニュー。"})
    void the_menu_is_called_in_many_ways(String typed) {
        assertThat(vocabulary.deed(typed)).contains(Deed.MENU);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "招待コード ABCD-EFGH-JKMN",
                "abcd-efgh-jkmn",
                "ＡＢＣＤ－ＥＦＧＨ－ＪＫＭＮ",
                "招待コードABCDEFGHJKMN",
                "招待コード：abcd efgh jkmn",
                "これです→ABCD-EFGH-JKMN。よろしく",
                "ABCDーEFGHーJKMN"
            })
    void an_invitation_code_is_found_in_what_is_sent(String typed) {
        assertThat(vocabulary.invitationCode(typed)).contains("ABCD-EFGH-JKMN");
    }

    @Test
    void words_and_telephone_numbers_are_no_codes() {
        assertThat(vocabulary.invitationCode("that were here")).isEmpty();
        assertThat(vocabulary.invitationCode("090-1234-5678")).isEmpty();
        assertThat(vocabulary.invitationCode("223344556677")).isEmpty();
        assertThat(vocabulary.invitationCode("招待コードがわかりません")).contains("");
    }

    @Test
    void hours_and_days_are_read_as_people_type_them() {
        assertThat(TypedMoment.hour("08:30", "時")).hasValue(8);
        assertThat(TypedMoment.hour("２１時", "時")).hasValue(21);
        assertThat(TypedMoment.hour("7時30分", "時")).hasValue(7);
        assertThat(TypedMoment.hour("24", "時")).isEmpty();
        assertThat(TypedMoment.hour("3日毎", "時")).isEmpty();
        var today = java.time.LocalDate.of(2026, 11, 22);
        assertThat(TypedMoment.day("2026-12-01", today)).contains(java.time.LocalDate.of(2026, 12, 1));
        assertThat(TypedMoment.day("1月3日", today)).contains(java.time.LocalDate.of(2027, 1, 3));
        assertThat(TypedMoment.day("2026-02-30", today)).isEmpty();
        assertThat(TypedMoment.day("", today)).isEmpty();
    }
}
