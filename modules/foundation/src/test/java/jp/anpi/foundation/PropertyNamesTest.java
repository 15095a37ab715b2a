package jp.anpi.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One list of properties: what is read, what is shown to installers and what is explained are the same. */
class PropertyNamesTest {

    private static final Path CHECKOUT = Path.of("../..");

    @Test
    void every_property_that_is_read_is_listed_and_every_listed_one_is_read() {
        TreeSet<String> read = new TreeSet<>();

        SettingsReader.read(property -> {
            read.add(property);
            return Optional.of("jdbc:postgresql://db.example/anpi").filter(url -> property.equals("anpi.db.url"));
        });

        assertThat(read).containsExactlyInAnyOrderElementsOf(PropertyNames.ALL);
    }

    @Test
    void the_sample_shows_every_property_once_in_the_same_order() throws IOException {
        String sample = Files.readString(CHECKOUT.resolve("payara-config/sample.properties"));

        assertThat(namesIn(sample, "(?m)^#?(anpi\\.[a-z.-]+)=")).isEqualTo(PropertyNames.ALL);
    }

    @Test
    void the_document_explains_every_property_and_no_other() throws IOException {
        String document = Files.readString(CHECKOUT.resolve("docs/configuration.md"));

        assertThat(namesIn(document, "`(anpi\\.[a-z.-]+)`")).containsOnlyOnceElementsOf(PropertyNames.ALL);
        assertThat(PropertyNames.ALL).containsAll(namesIn(document, "`(anpi\\.[a-z.-]+)`"));
    }

    @ParameterizedTest
    @CsvSource({
        "anpi.http.prot, anpi.http.port",
        "anpi.port, anpi.http.port",
        "anpi.line.channel.secret, anpi.line.channel-secret",
        "anpi.line.access-token, anpi.line.channel-access-token",
        "anpi.publicurl, anpi.public-url",
        "anpi.organisation.key, anpi.organization.key"
    })
    void a_slip_of_the_pen_is_understood(String unknown, String meant) {
        assertThat(PropertyNames.nearest(unknown)).isEqualTo(meant);
    }

    private static List<String> namesIn(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
