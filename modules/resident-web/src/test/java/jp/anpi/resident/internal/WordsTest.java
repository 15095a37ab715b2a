package jp.anpi.resident.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ResourceBundle;
import jp.anpi.resident.internal.page.Mark;
import jp.anpi.scheduling.CheckInState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

    private final ResourceBundle bundle = ResourceBundle.getBundle("jp.anpi.resident.messages");

    @ParameterizedTest
    @EnumSource(value = Mark.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void every_mark_has_a_sign_and_words(Mark mark) {
        assertThat(Words.of("mark." + mark)).isNotBlank();
        assertThat(Words.of("mark." + mark + ".words")).isNotBlank();
    }

    @Test
    void no_two_marks_share_a_sign() {
        assertThat(Mark.values())
                .filteredOn(mark -> mark != Mark.NONE)
                .extracting(mark -> Words.of("mark." + mark))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(CheckInState.class)
    void every_open_state_has_words_for_watchers(CheckInState state) {
        assertThat(bundle.containsKey("watched." + state)).isEqualTo(state.open());
    }

    @Test
    void placeholders_are_filled_as_they_print() {
        assertThat(Words.of("fact.watchers.some", 1234)).startsWith("1234");
    }
}
