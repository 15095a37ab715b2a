package jp.anpi.line.internal.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class PhrasesTest {

    private final Phrases phrases = new Phrases();

    @Test
    void an_unknown_key_is_an_error_and_never_shown() {
        assertThatThrownBy(() -> phrases.of("no.such.key")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void numbers_are_shown_without_separators() {
        assertThat(phrases.of("alert.since", 1234)).contains("1234時間");
    }
}
