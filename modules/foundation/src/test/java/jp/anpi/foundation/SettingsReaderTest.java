package jp.anpi.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://anpi:geheim@db.example/anpi",
                "jdbc:mysql://anpi:geheim@db.example/anpi",
                "jdbc:mysql://db.example/anpi?user=anpi&password=geheim"
            })
    void a_wrong_address_of_the_database_is_repeated_without_its_password(String url) {
        assertThatThrownBy(() -> read(Map.of("anpi.db.url", url)))
                .hasMessageContaining("anpi.db.url")
                .hasMessageContaining("db.example")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void the_address_of_the_database_prints_without_its_password() {
        Settings settings =
                read(Map.of("anpi.db.url", "jdbc:postgresql://anpi:geheim@db.example/anpi?password=geheim"));

        assertThat(settings.database().orElseThrow().toString())
                .contains("db.example/anpi")
                .doesNotContain("geheim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"999.1.1.1", "256.1.1.1", "1.2.3", "1.2.3.4.", "::::", "12345::1", "localhost", "127.0.0.1:8080"
            })
    void what_is_no_address_is_blamed_on_the_property_of_the_address_and_not_on_the_port(String address) {
        assertThatThrownBy(() -> read(Map.of("anpi.http.address", address)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("anpi.http.address = '" + address + "'")
                .hasMessageNotContaining("anpi.http.port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "127.0.0.1", "192.0.2.255", "::", "::1", "2001:db8::7"})
    void addresses_of_both_kinds_are_taken_as_they_stand(String address) {
        assertThat(read(Map.of("anpi.http.address", address)).httpAddress()).isEqualTo(address);
    }

    @Test
    void links_to_phones_lie_right_below_a_host() {
        assertThatThrownBy(() -> read(Map.of("anpi.public-url", "https://x.example/anpi")))
                .hasMessageContaining("anpi.public-url = 'https://x.example/anpi'")
                .hasMessageContaining("without a path");
        assertThat(read(Map.of("anpi.public-url", "https://x.example:8443/")).publicUrl())
                .hasToString("https://x.example:8443");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://anpi:geheim@x.example", "https://x.example:99999", "https://x.example:0", "//x?geheim"})
    void an_address_that_leads_nowhere_or_holds_a_password_is_refused_without_it(String url) {
        for (String property : List.of("anpi.public-url", "anpi.line.api-base-url", "anpi.gateway.url")) {
            assertThatThrownBy(() -> read(Map.of(property, url)))
                    .isInstanceOf(InvalidSettingException.class)
                    .hasMessageContaining(property)
                    .hasMessageNotContaining("geheim");
        }
    }

    /** Else every request to LINE would fail, and each failure could quote it. */
    @ParameterizedTest
    @ValueSource(strings = {"geheim mit", "geheim\u3042", "geheim\nX: y"})
    void a_token_that_no_header_can_carry_is_refused_without_being_repeated(String token) {
        for (String property : List.of("anpi.line.channel-access-token", "anpi.gateway.token")) {
            assertThatThrownBy(() -> read(Map.of(property, token)))
                    .isInstanceOf(InvalidSettingException.class)
                    .hasMessageContaining(property)
                    .hasMessageNotContaining("geheim");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"見守り\u202E課", "\u200B", "a\nb"})
    void the_name_of_an_organization_can_be_seen_and_turns_nothing_around(String name) {
        assertThatThrownBy(() -> read(Map.of("anpi.organization.name", name)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("anpi.organization.name");
    }

    @Test
    void says_what_is_missing_to_speak_with_line() {
        String secret = "anpi.line.channel-secret";
        String token = "anpi.line.channel-access-token";
        String id = "anpi.line.channel-id";

        assertThat(read(Map.of()).line().missing()).containsExactly(secret, token);
        assertThat(read(Map.of(secret, "s")).line().missing()).containsExactly(token);
        assertThat(read(Map.of(token, "t")).line().missing()).containsExactly(secret);
        assertThat(read(Map.of(id, "1")).line().missing()).containsExactly(secret);
        assertThat(read(Map.of(secret, "s", token, "t")).line().missing()).isEmpty();
        assertThat(read(Map.of(secret, "s", id, "1")).line().missing()).isEmpty();
        assertThat(read(Map.of(secret, "s")).line().gap())
                .hasValueSatisfying(gap ->
                        assertThat(gap).contains(token, "nothing is sent").doesNotContain(secret));
        assertThat(read(Map.of(secret, "s", token, "t")).line().gap()).isEmpty();
    }

    private static Settings read(Map<String, String> given) {
        return SettingsReader.read(property -> Optional.ofNullable(given.get(property)));
    }
}
