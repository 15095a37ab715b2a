package jp.anpi.line.internal.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

class SealTest {

    private final Seal seal = Seal.of("secret", 1, "Uhana");

    @Property
    void what_was_sealed_is_read_back_and_fits_a_button(
            @ForAll Deed deed, @ForAll @AlphaChars @NumericChars @StringLength(max = 100) String argument) {
        String data = seal.close(deed, argument);

        assertThat(seal.open(data, Optional.empty())).contains(new Tap(deed, argument, Optional.empty()));
        assertThat(data.length()).isLessThanOrEqualTo(300);
    }

    @Property
    void any_change_of_a_character_is_refused(
            @ForAll Deed deed,
            @ForAll @IntRange(max = 200) int where,
            @ForAll @CharRange(from = '!', to = '~') char with) {
        String data = seal.close(deed, "abc123.x");
        int position = where % data.length();
        Assume.that(data.charAt(position) != with);
        String changed = data.substring(0, position) + with + data.substring(position + 1);

        assertThat(seal.open(changed, Optional.empty())).isEmpty();
    }

    @Property
    void nothing_invented_is_accepted(@ForAll String data) {
        assertThat(seal.open(data, Optional.empty())).isEmpty();
    }

    @Property
    void a_button_of_another_person_organization_or_channel_is_refused(@ForAll Deed deed) {
        String data = seal.close(deed, "7");

        assertThat(Seal.of("secret", 1, "Utaro").open(data, Optional.empty())).isEmpty();
        assertThat(Seal.of("secret", 2, "Uhana").open(data, Optional.empty())).isEmpty();
        assertThat(Seal.of("other", 1, "Uhana").open(data, Optional.empty())).isEmpty();
    }

    @Property
    void cutting_or_adding_is_refused(@ForAll Deed deed, @ForAll @IntRange(min = 1, max = 10) int count) {
        String data = seal.close(deed, "7");

        assertThat(seal.open(data.substring(count), Optional.empty())).isEmpty();
        assertThat(seal.open(data.substring(0, data.length() - count), Optional.empty()))
                .isEmpty();
        assertThat(seal.open(data + "A".repeat(count), Optional.empty())).isEmpty();
    }
}
