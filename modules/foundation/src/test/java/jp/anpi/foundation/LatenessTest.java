package jp.anpi.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LatenessTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void nothing_due_and_the_future_are_not_late() {
        assertThat(Lateness.of(Optional.empty(), NOW)).isEqualTo(new Lateness(Duration.ZERO));
        assertThat(Lateness.of(Optional.of(NOW.plusSeconds(1)), NOW)).isEqualTo(new Lateness(Duration.ZERO));
    }

    @Test
    void five_minutes_are_bearable_and_more_are_not() {
        assertThat(Lateness.of(Optional.of(NOW.minusSeconds(300)), NOW).bearable())
                .isTrue();
        assertThat(Lateness.of(Optional.of(NOW.minusSeconds(301)), NOW).bearable())
                .isFalse();
    }
}
