package jp.anpi.membership.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes as every app makes them: the figures of RFC 6238, and a little patience with clocks. */
class OneTimeCodeTest {

    /** "12345678901234567890", the secret of the RFC. */
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1234567890,005924", "2000000000,279037", "20000000000,353130"})
    void the_codes_are_those_of_the_standard(long second, String code) {
        assertThat(OneTimeCode.of(SECRET, second / 30)).isEqualTo(code);
        assertThat(OneTimeCode.step(SECRET, code, Instant.ofEpochSecond(second)))
                .hasValue(second / 30);
    }

    @Test
    void a_code_is_good_half_a_minute_too_early_or_too_late_and_no_longer() {
        Instant at = Instant.ofEpochSecond(1_234_567_890);
        assertThat(OneTimeCode.step(SECRET, "005924", at.plusSeconds(30))).isPresent();
        assertThat(OneTimeCode.step(SECRET, "005924", at.minusSeconds(30))).isPresent();
        assertThat(OneTimeCode.step(SECRET, "005924", at.plusSeconds(60))).isEmpty();
        assertThat(OneTimeCode.step(SECRET, "", at)).isEmpty();
    }

    @Test
    void a_secret_is_long_and_never_the_same() {
        assertThat(OneTimeCode.newSecret()).matches("[A-Z2-7]{32}").isNotEqualTo(OneTimeCode.newSecret());
    }
}
