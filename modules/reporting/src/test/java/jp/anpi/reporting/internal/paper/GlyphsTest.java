package jp.anpi.reporting.internal.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.ResourceBundle;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GlyphsTest {

    @Property
    void whatever_somebody_is_called_can_be_printed(@ForAll String name) {
        Glyphs glyphs = new Glyphs();

        String printed = glyphs.printable(name);

        assertThat(printed.codePoints()).allMatch(letter -> Typeface.REGULAR.knows(letter));
        assertThat(printed.codePoints()).allMatch(letter -> Typeface.BOLD.knows(letter));
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
