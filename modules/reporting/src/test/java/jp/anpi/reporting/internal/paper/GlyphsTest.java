package jp.anpi.reporting.internal.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class GlyphsTest {

    /** Format characters, and what chooses a variant of the letter before it. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]*");

    @Property
    void whatever_somebody_is_called_can_be_printed(@ForAll String name) {
        Glyphs glyphs = new Glyphs();

        String printed = glyphs.printable(name);

        assertThat(printed.codePoints()).allMatch(letter -> Typeface.REGULAR.knows(letter));
        assertThat(printed.codePoints()).allMatch(letter -> Typeface.BOLD.knows(letter));
        assertThat(printed.isEmpty())
                .as("nothing that can be seen is left out")
                .isEqualTo(UNSEEN.matcher(name).matches());
    }

    @Property
    void what_the_fonts_know_is_printed_as_it_is(@ForAll @CharRange(from = 'ぁ', to = 'ん') String name) {
        Glyphs glyphs = new Glyphs();

        assertThat(glyphs.printable(name)).isEqualTo(name);
        assertThat(glyphs.substituted()).isEmpty();
    }

    /** Our own words need no substitutes. */
    @Test
    void every_printed_word_has_its_glyphs() {
        ResourceBundle words = ResourceBundle.getBundle("jp.anpi.reporting.paper");

        for (String key : Collections.list(words.getKeys())) {
            Glyphs glyphs = new Glyphs();
            glyphs.printable(words.getString(key).replaceAll("\\n", ""));
            assertThat(glyphs.substituted()).as(key).isEmpty();
        }
    }
}
