package jp.anpi.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.anpi.foundation.Settings;
import jp.anpi.foundation.Settings.LineSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PropertySourcesTest {

    @TempDir
    private Path directory;

    @Test
    void reads_a_file_in_utf_8_and_only_our_properties() throws IOException {
        Path file =
                Files.writeString(directory.resolve("anpi.properties"), "anpi.organization.name=みどり市\nother.thing=x\n");

        PropertySources sources = PropertySources.ofThisProcess(Optional.of(file));

        assertThat(sources.value("anpi.organization.name")).contains("みどり市");
        assertThat(sources.asEnvironment())
                .containsEntry("ANPI_ORGANIZATION_NAME", "みどり市")
                .doesNotContainKey("OTHER_THING");
    }

    @Test
    void overriding_stands_above_and_defaults_stand_below() {
        PropertySources sources = PropertySources.of(Map.of("anpi.http.port", "8081"))
                .withDefaults(Map.of("anpi.http.port", "1", "anpi.profile", "dev"))
                .with(Map.of("anpi.data.dir", "/srv/anpi"));

        assertThat(sources.settings().httpPort()).isEqualTo(8081);
        assertThat(sources.asEnvironment())
                .containsEntry("ANPI_HTTP_PORT", "8081")
                .containsEntry("ANPI_PROFILE", "dev")
                .containsEntry("ANPI_DATA_DIR", "/srv/anpi");
    }

    @Test
    void what_looks_like_an_expression_is_handed_on_as_it_stands() {
        PropertySources sources = PropertySources.of(Map.of("anpi.db.password", "a${b}\\$c{"));

        assertThat(sources.asEnvironment()).containsEntry("ANPI_DB_PASSWORD", "a\\$\\{b\\}\\\\$c\\{");
        assertThat(sources.value("anpi.db.password")).contains("a${b}\\$c{");
    }

    @Test
    void an_empty_value_is_none() {
        assertThat(PropertySources.of(Map.of("anpi.db.url", " ")).value("anpi.db.url"))
                .isEmpty();
    }

    @Test
    void a_wrong_value_ends_the_start_with_exit_code_2() {
        assertThatExceptionOfType(LaunchFailure.class)
                .isThrownBy(() ->
                        PropertySources.of(Map.of("anpi.http.port", "web")).settings())
                .withMessageContainingAll("anpi.http.port", "web", "65535")
                .satisfies(failure -> assertThat(failure.exitCode()).isEqualTo(2));
    }

    @Test
    void a_file_that_cannot_be_read_is_told_why() throws IOException {
        refused(directory.resolve("absent.properties"), "there is no such file");
        refused(directory, "is a directory");
        Path latin = directory.resolve("latin.properties");
        Files.write(latin, "anpi.organization.name=Köln".getBytes(StandardCharsets.ISO_8859_1));
        refused(latin, "is not in UTF-8");
        refused(Files.writeString(directory.resolve("torn.properties"), "anpi.http.port=\\u12"), "properties file");
    }

    /** Root may read everything. */
    @Test
    void a_file_that_this_user_may_not_read_is_told_so() throws IOException {
        Path file = Files.writeString(directory.resolve("secret.properties"), "anpi.db.password=geheim");
        Files.setPosixFilePermissions(file, Set.of());
        assumeFalse(Files.isReadable(file));
        refused(file, "user " + System.getProperty("user.name") + " may not read it");
    }

    private static void refused(Path file, String reason) {
        assertThatExceptionOfType(LaunchFailure.class)
                .isThrownBy(() -> PropertySources.ofThisProcess(Optional.of(file)))
                .withMessageContainingAll("--config " + file, reason)
                .satisfies(failure -> assertThat(failure.exitCode()).isEqualTo(2));
    }

    @Test
    void an_address_to_listen_at_is_an_ip_address() {
        assertThat(PropertySources.of(Map.of()).settings().addressHere()).hasToString("http://localhost:8080");
        assertThat(listening("127.0.0.1").addressHere()).hasToString("http://127.0.0.1:8080");
        assertThat(listening("::1").addressHere()).hasToString("http://[::1]:8080");
        for (String name : List.of("localhost", "127.0.0", "eth0", "127.0.0.1:80")) {
            assertThatExceptionOfType(LaunchFailure.class)
                    .isThrownBy(() -> listening(name))
                    .withMessageContainingAll("anpi.http.address", name, "127.0.0.1");
        }
    }

    private static Settings listening(String address) {
        return PropertySources.of(Map.of("anpi.http.address", address)).settings();
    }

    @Test
    void a_number_out_of_range_is_refused_with_what_is_allowed() {
        for (String number : List.of("-1", "21", "one", "1.0")) {
            assertThatExceptionOfType(LaunchFailure.class)
                    .isThrownBy(() -> PropertySources.of(Map.of("anpi.organization.extra-watchers", number))
                            .settings())
                    .withMessageContainingAll("anpi.organization.extra-watchers", number, "from 0 to 20");
        }
        assertThat(PropertySources.of(Map.of()).settings().organization().extraWatchers())
                .isOne();
    }

    @Test
    void content_comes_from_where_the_api_is_unless_told_otherwise() {
        assertThat(lineOf(Map.of()).dataBaseUrl()).hasToString("https://api-data.line.me");
        Map<String, String> given = new HashMap<>(Map.of("anpi.line.api-base-url", "http://localhost:8090"));
        assertThat(lineOf(given).dataBaseUrl()).hasToString("http://localhost:8090");
        given.put("anpi.line.data-base-url", "http://localhost:8091/");
        assertThat(lineOf(given).dataBaseUrl()).hasToString("http://localhost:8091");
        given.put("anpi.line.api-base-url", "https://api.line.me");
        given.remove("anpi.line.data-base-url");
        assertThat(lineOf(given).dataBaseUrl()).hasToString("https://api-data.line.me");
    }

    @Test
    void a_name_that_nobody_reads_ends_the_start_with_the_one_that_was_meant() {
        assertThatExceptionOfType(LaunchFailure.class)
                .isThrownBy(() ->
                        PropertySources.of(Map.of("anpi.http.prot", "8081")).known(warning -> {}))
                .withMessageContainingAll("anpi.http.prot", "anpi.http.port")
                .satisfies(failure -> assertThat(failure.exitCode()).isEqualTo(2));
        PropertySources dash = PropertySources.of(Map.of()).with(Map.of("anpi.line.secret", "geheim"));
        assertThatExceptionOfType(LaunchFailure.class)
                .isThrownBy(() -> dash.known(warning -> {}))
                .withMessageContainingAll("anpi.line.secret", "anpi.line.channel-secret")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("geheim"));
    }

    @Test
    void a_variable_that_nobody_reads_is_only_warned_of() {
        List<String> warnings = new ArrayList<>();

        PropertySources.of(
                        Map.of("anpi.profile", "dev"),
                        Map.of(
                                "ANPI_HTTP_PROT", "8081",
                                "ANPI_HTTP_PORT", "8081",
                                "ANPI_JAVA_OPTS", "-Xmx1g",
                                "HOME", "/root"))
                .known(warnings::add);

        assertThat(warnings).singleElement().asString().contains("ANPI_HTTP_PROT", "ANPI_HTTP_PORT");
    }

    private static LineSettings lineOf(Map<String, String> properties) {
        return PropertySources.of(properties).settings().line();
    }
}
