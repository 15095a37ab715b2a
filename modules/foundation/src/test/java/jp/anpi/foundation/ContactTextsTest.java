package jp.anpi.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as people type them; what is none is never sent to. */
class ContactTextsTest {

    @ParameterizedTest
    @CsvSource({
        "hana@example.jp, hana@example.jp",
        "' hana+anpi@mail.example.lg.jp ', hana+anpi@mail.example.lg.jp",
        "ｈａｎａ＠ｅｘａｍｐｌｅ．ｊｐ, hana@example.jp",
        "hana..ko.@mobile.example.jp, hana..ko.@mobile.example.jp"
    })
    void an_email_address_is_read(String typed, String meant) {
        assertThat(EmailAddress.parse(typed)).map(EmailAddress::text).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hana",
                "hana@example",
                "@example.jp",
                "a@b@example.jp",
                "hana @example.jp",
                "hana@example.jp,taro@example.jp",
                "hana@example.jp\r\nBcc: taro@example.jp",
                "はな@example.jp"
            })
    void what_is_no_email_address_is_refused(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "090-1234-5678, +819012345678",
        "０９０−１２３４−５６７８, +819012345678",
        "(03) 1234 5678, +81312345678",
        "09012345678, +819012345678",
        "+81 90 1234 5678, +819012345678"
    })
    void a_phone_number_is_read(String typed, String meant) {
        assertThat(PhoneNumber.parse(typed)).map(PhoneNumber::text).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "119", "090-1234", "090-1234-567890", "0000000000", "電話", "+"})
    void what_is_no_phone_number_is_refused(String typed) {
        assertThat(PhoneNumber.parse(typed)).isEmpty();
        assertThat(PhoneNumber.parseOfDesk(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "03-0000-1111",
                "03−0000−1111（内線 23）",
                "０３ー００００ー１１１１ 代表",
                "0120-000-111",
                "03-0000-1111 ext. 23",
                "03-0000-1111 #23",
                "03-0000-1111・1112（9時から）"
            })
    void a_desks_number_may_be_followed_by_words(String typed) {
        assertThat(PhoneNumber.parseOfDesk(typed)).isPresent();
    }
}
