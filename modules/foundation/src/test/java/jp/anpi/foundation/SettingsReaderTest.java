package jp.anpi.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    private static Settings read(Map<String, String> given) {
        return SettingsReader.read(property -> Optional.ofNullable(given.get(property)));
    }
}
